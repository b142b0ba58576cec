/// The beginning of a request: its line and its headers (RFC 9112, sections 2 to 5).
struct RequestHead {
  /// The greatest number of bytes; browsers send some hundreds.
  static let limit = 16 << 10

  let request: HostRequest
  /// Whether the client wants to go on with this connection.
  let keepsConnection: Bool
  /// Whether something follows that is part of the request.
  let hasBody: Bool

  /// Reads a head.
  ///
  /// - Parameter bytes: Up to the empty line, without it.
  /// - Returns: `nil` for what is no request of HTTP/1.0 or HTTP/1.1.
  init?(_ bytes: [UInt8]) {
    // Swift takes a return and a newline for one character, so bytes are split.
    let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var lines: ArraySlice<String> = []
    for part in parts {
      guard let line = String(validating: Self.withoutReturn(part), as: UTF8.self) else { return nil }
      lines.append(line)
    }
    // Clients may send an empty line after a request's body.
    while lines.first?.isEmpty ?? false { lines.removeFirst() }
    let words = (lines.popFirst() ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0", !words[0].isEmpty,
      words[0].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
      let name = line[..<colon]
      guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
      let value = line[line.index(after: colon)...].trimmingBlanks
      guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
      let key = name.lowercased()
      // Who says twice for whom a request is meant, or how long it is, says nothing.
      if headers[key] != nil, ["host", "content-length", "transfer-encoding"].contains(key) { return nil }
      headers[key] = headers[key].map { "\($0), \(value)" } ?? String(value)
    }
    // Two ways to tell a length are one too many (RFC 9112, section 6.3).
    if let length = headers["content-length"],
      headers["transfer-encoding"] != nil || length.isEmpty
        || !length.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      return nil
    }
    request = HostRequest(method: String(words[0]), target: String(words[1]), headers: headers)
    let wishes = (headers["connection"] ?? "").lowercased().split(separator: ",").map(\.trimmingBlanks)
    keepsConnection = words[2] == "HTTP/1.1" ? !wishes.contains("close") : wishes.contains("keep-alive")
    hasBody = headers["transfer-encoding"] != nil || headers["content-length"].map { $0 != "0" } ?? false
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }
}
