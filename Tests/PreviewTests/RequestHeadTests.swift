import Testing

@testable import Preview

@Suite("The beginnings of requests")
struct RequestHeadTests {
  @Test("A head with its headers, whatever the letters of their names")
  func head() throws {
    let head = try #require(
      RequestHead(Array("\r\nGET /a?b HTTP/1.1\r\nHOST:  localhost \r\nAccept: a\r\naccept: b".utf8)))
    #expect(head.request.method == "GET")
    #expect(head.request.target == "/a?b")
    #expect(head.request.headers == ["host": "localhost", "accept": "a, b"])
    #expect(head.keepsConnection)
    #expect(!head.hasBody)
  }

  @Test(
    "Who wants to go on, and who sends more",
    arguments: [
      ("1.1", "Connection: Close", false, false), ("1.1", "Connection: x, close", false, false),
      ("1.0", "Accept: a", false, false), ("1.0", "Connection: keep-alive", true, false),
      ("1.1", "Content-Length: 0", true, false), ("1.1", "Content-Length: 5", true, true),
      ("1.1", "Transfer-Encoding: chunked", true, true),
    ])
  func connection(version: String, header: String, keeps: Bool, hasBody: Bool) throws {
    let head = try #require(RequestHead(Array("GET / HTTP/\(version)\r\n\(header)".utf8)))
    #expect(head.keepsConnection == keeps)
    #expect(head.hasBody == hasBody)
  }

  @Test(
    "What is no request",
    arguments: [
      "", "GET", "GET /", "GET / HTTP/2.0", "GET / HTTP/1.1 x", "GET  / HTTP/1.1", " GET / HTTP/1.1",
      "\u{1}ET / HTTP/1.1",
      "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\n: x", "GET / HTTP/1.1\r\na b: x",
      "GET / HTTP/1.1\r\n folded: x",
      "GET / HTTP/1.1\r\na: \u{1}", "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
      "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2", "GET / HTTP/1.1\r\nContent-Length: -1",
      "GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
    ])
  func nonsense(text: String) {
    #expect(RequestHead(Array(text.utf8))?.request.target == nil)
  }

  @Test("Bytes that are no text are no request")
  func bytes() {
    #expect(RequestHead([0xFF, 0xFE])?.request.target == nil)
  }

  @Test("Heads are taken one by one, however their bytes come")
  func buffer() {
    let text = Array("\r\nGET /a HTTP/1.1\r\nA: b\r\n\r\nGET /b HTTP/1.1\n\nGET /c".utf8)
    for size in [1, 2, 3, 7, text.count] {
      var buffer = RequestBuffer()
      var heads: [String] = []
      for start in stride(from: 0, to: text.count, by: size) {
        buffer.append(Array(text[start..<min(start + size, text.count)]))
        while let head = buffer.takeHead() { heads.append(String(decoding: head, as: UTF8.self)) }
      }
      #expect(heads == ["\r\nGET /a HTTP/1.1\r\nA: b\r", "GET /b HTTP/1.1"])
      #expect(!buffer.isFull)
    }
  }
}
