import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("The preview’s server, asked by all kinds of clients", .timeLimit(.minutes(2)))
struct PreviewServerTests {
  /// A server that runs as long as it is held.
  private final class Running: Sendable {
    let served: PreviewHostTests.Served
    let port: UInt16
    private let task: Task<Void, Never>

    init() async throws {
      served = try PreviewHostTests.Served()
      let server = try PreviewServer(served.preview, host: "127.0.0.1", port: 0)
      port = try #require(URL(string: server.address)?.port.map { UInt16($0) })
      task = Task { await server.run() }
      // The server is there when it can be talked to.
      while (try? RawClient(port: port)) == nil { await Task.yield() }
    }

    deinit { task.cancel() }

    /// Runs a client that waits.
    func blocking<Result: Sendable>(
      _ work: @escaping @Sendable (UInt16) throws -> Result
    ) async throws -> Result {
      try await onThread { [port] in try work(port) }
    }

    /// Sends a request and gives the whole answer.
    func ask(_ request: String) async throws -> String {
      try await blocking { port in
        let client = try RawClient(port: port)
        client.send(request)
        return client.read()
      }
    }
  }

  private static func request(_ target: String, _ headers: String = "", method: String = "GET") -> String {
    "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\(headers)\r\n"
  }

  @Test("An answer, byte for byte")
  func answer() async throws {
    let server = try await Running()
    let answer = try await server.ask(Self.request("/ten.bin", "Range: bytes=2-4\r\n"))
    let lines = answer.components(separatedBy: "\r\n").filter { !$0.hasPrefix("ETag: \"") }
    #expect(
      lines == [
        "HTTP/1.1 206 Partial Content", "X-Test: yes", "Content-Type: application/octet-stream",
        "Cache-Control: no-cache", "Accept-Ranges: bytes", "Content-Range: bytes 2-4/10", "Content-Length: 3",
        "Connection: close", "", "234",
      ])
    let head = try await server.ask(Self.request("/ten.bin", method: "HEAD"))
    #expect(head.contains("\r\nContent-Length: 10\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
  }

  @Test("Several requests on one connection")
  func keptConnection() async throws {
    let server = try await Running()
    let answer = try await server.blocking { port in
      let client = try RawClient(port: port)
      client.send("GET /ten.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let first = client.read(until: "0123456789")
      client.send(Self.request("/de/feed.xml"))
      return first + client.read()
    }
    #expect(answer.contains("0123456789"))
    #expect(answer.hasSuffix("<feed/>"))
  }

  @Test(
    "Garbage is turned away, and the next request is answered",
    arguments: [
      "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "\0\u{1}\u{2}\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "GET /../ HTTP/1.1\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
      "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}\r\n\r\n",
    ])
  func garbage(text: String) async throws {
    let server = try await Running()
    let answer = try await server.blocking { port in
      let client = try RawClient(port: port)
      client.send(text)
      client.finish()
      return client.read()
    }
    #expect(!answer.hasPrefix("HTTP/1.1 200"))
    #expect(try await server.ask(Self.request("/ten.bin")).hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test("Bytes that are no text, long lines and many headers do no harm")
  func muchGarbage() async throws {
    let server = try await Running()
    try await server.blocking { port in
      for bytes in [
        [UInt8](repeating: 0xFF, count: 100_000),
        Array("GET /".utf8) + [UInt8](repeating: 0x61, count: 1_000_000),
        Array("GET / HTTP/1.1\r\n".utf8) + Array(String(repeating: "X: y\r\n", count: 20_000).utf8),
      ] {
        let client = try RawClient(port: port)
        client.send(bytes)
        client.finish()
        _ = client.read()
      }
    }
    #expect(try await server.ask(Self.request("/ten.bin")).hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test("Connections that say nothing, stop in the middle or are cut do not keep others waiting")
  func slowClients() async throws {
    let server = try await Running()
    try await server.blocking { port in
      var silent: [RawClient] = []
      for number in 0..<60 {
        let client = try RawClient(port: port)
        if number % 3 == 1 { client.send("GET / HTTP/1.1\r\nHost: loc") }
        // Asks for more than it ever reads.
        if number % 3 == 2 {
          client.send(String(repeating: "GET /de/ HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 500))
        }
        if number.isMultiple(of: 2) { silent.append(client) }
      }
      let client = try RawClient(port: port)
      client.send(Self.request("/ten.bin"))
      #expect(client.read().hasSuffix("0123456789"))
      withExtendedLifetime(silent) {}
    }
  }

  @Test("Changes are told to two hundred who listen, while pages are served; who went is forgotten")
  func listeners() async throws {
    let server = try await Running()
    let preview = server.served.preview
    try await server.blocking { port in
      let listeners = try (0..<200).map { _ in
        let client = try RawClient(port: port)
        client.send("GET /__oresund/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return client
      }
      for client in listeners { #expect(client.read(until: "\"pages\":1,").contains("text/event-stream")) }
      #expect(preview.events.count == 200)
      preview.adopt(PreviewUpdate(.texts, problems: { _ in [] }))
      for client in listeners {
        let page = try RawClient(port: port)
        page.send(Self.request("/de/"))
        #expect(page.read().contains("<body>Deutsch"))
        #expect(client.read(until: "\n\n").contains("\"pages\":2,"))
      }
    }
    // All have closed their connections, which is noticed when something is sent.
    while preview.events.count > 0 {
      preview.adopt(PreviewUpdate(.texts, problems: { _ in [] }))
      await Task.yield()
    }
  }

  @Test("The next port is taken where one is not free, and what is no address of this machine is told")
  func ports() async throws {
    let first = try PreviewServer(Preview(), host: "127.0.0.1", port: 0)
    let port = try #require(URL(string: first.address)?.port.map { UInt16($0) })
    let task = Task { await first.run() }
    defer { task.cancel() }
    while (try? RawClient(port: port)) == nil { await Task.yield() }
    let second = try PreviewServer(Preview(), host: "localhost", port: port)
    #expect(try #require(URL(string: second.address)?.port) > Int(port))
    #expect(throws: PreviewServer.Failure.self) { try PreviewServer(Preview(), host: "203.0.113.1", port: 0) }
    #expect(throws: PreviewServer.Failure.self) { try PreviewServer(Preview(), host: "nonsense", port: 0) }
  }
}
