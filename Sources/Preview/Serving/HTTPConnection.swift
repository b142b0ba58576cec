import FlyingSocks
import Foundation

/// A connection to one client: reads its requests and answers them, one after the other (RFC 9112).
///
/// FlyingFox brings a server of its own, but it reads lines of any length, in a time that grows with the square of
/// that length. Whoever sends garbage here is turned away after ``RequestHead/limit`` bytes.
struct HTTPConnection: Sendable {
  /// How long a head may take to arrive.
  private static let patience = Duration.seconds(60)
  /// Bytes of a file that are sent at a time.
  private static let chunk = 1 << 16

  let socket: AsyncSocket
  let host: PreviewHost

  /// Serves until one of the two sides ends it.
  func serve() async {
    // What cannot be closed is closed already.
    defer { try? socket.close() }
    var buffer = RequestBuffer()
    do {
      while let head = try await nextHead(&buffer) {
        guard let head = RequestHead(head) else { return try await refuse(400, "This is no request.") }
        let response = await host.response(to: head.request)
        let isLast = !head.keepsConnection || head.hasBody
        try await send(response, isLast: isLast)
        if isLast { return }
      }
    } catch {
      // The client is gone, or too slow: there is nobody to tell.
    }
  }

  /// The bytes of the next request's head; `nil` where the client ended the connection.
  private func nextHead(_ buffer: inout RequestBuffer) async throws -> [UInt8]? {
    let start = ContinuousClock.now
    while true {
      if let head = buffer.takeHead() { return head }
      if buffer.isFull {
        try await refuse(431, "The request is too long.")
        return nil
      }
      guard ContinuousClock.now - start < Self.patience else { return nil }
      do {
        buffer.append(try await socket.read(atMost: 4096))
      } catch SocketError.disconnected {
        return nil
      }
    }
  }

  private func refuse(_ status: Int, _ text: String) async throws {
    var response = HostResponse.text(status, text)
    response.set("Content-Length", String(response.length ?? 0))
    try await send(response, isLast: true)
  }

  // MARK: Answers

  private func send(_ response: HostResponse, isLast: Bool) async throws {
    var head = "HTTP/1.1 \(response.status) \(Self.phrase(response.status))\r\n"
    for header in response.headers { head += "\(header.name): \(Self.line(header.value))\r\n" }
    if isLast || response.length == nil { head += "Connection: close\r\n" }
    head += "\r\n"
    switch response.body {
    case .bytes(let bytes): try await socket.write(Data(Array(head.utf8) + bytes))
    case .file(let path, let range):
      try await socket.write(Data(head.utf8))
      var rest = range
      while !rest.isEmpty {
        let part = rest.prefix(Self.chunk)
        // A file that became shorter meanwhile cannot be sent to its end: the connection is cut.
        guard let bytes = DiskFile.bytes(of: path, part) else { throw SocketError.disconnected }
        try await socket.write(Data(bytes))
        rest = part.upperBound..<rest.upperBound
      }
    case .events:
      try await socket.write(Data(head.utf8))
      for await message in host.preview.listen() { try await socket.write(Data(message)) }
      throw SocketError.disconnected
    }
  }

  /// A value that cannot begin another header.
  private static func line(_ value: String) -> String {
    value.contains { $0.isNewline } ? String(value.map { $0.isNewline ? " " : $0 }) : value
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 416: "Range Not Satisfiable"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 503: "Service Unavailable"
    default: "Status"
    }
  }
}
