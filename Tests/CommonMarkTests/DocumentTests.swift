import Testing

@testable import CommonMark

@Suite("Documents and the memory they share")
struct DocumentTests {
  private func html(_ document: Document) -> String {
    document.withHTML(unsafe: false) { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Documents of one thread do not disturb each other, whichever goes first")
  func neighbours() {
    let first = Document(parsing: Array("*a*".utf8))
    var second: Document? = Document(parsing: Array("b".utf8))
    let third = Document(parsing: Array("c".utf8))
    second = nil
    if let text = Node.text("d".utf8) { first.root.firstChild?.append(text) }
    #expect(second == nil)
    #expect(html(first) == "<p><em>a</em>d</p>\n")
    #expect(html(third) == "<p>c</p>\n")
  }

  @Test("A text far larger than a chunk of memory is whole, and so is the one after it")
  func large() {
    let text = Array(repeating: "word *word* `word`\n\n", count: 50_000).joined()
    let expected = Array(repeating: "<p>word <em>word</em> <code>word</code></p>\n", count: 50_000).joined()
    #expect(html(Document(parsing: Array(text.utf8))) == expected)
    #expect(html(Document(parsing: Array("a".utf8))) == "<p>a</p>\n")
  }

  @Test("Many threads at once get what one would")
  func threads() async {
    let text = Array(repeating: "- a [b](c.md) \"d\"\n\n## E\n", count: 200).joined()
    let expected = MarkdownParser().parse(text.utf8)
    let results = await withTaskGroup(of: RichText.self) { group in
      for _ in 0..<16 { group.addTask { MarkdownParser().parse(text.utf8) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == expected })
  }
}
