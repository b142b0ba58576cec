import Diagnostics
import Testing

@Suite("Diagnostics for people")
struct TextFormatterTests {
  private func formatted(_ diagnostic: Diagnostic, source: String) -> String {
    DiagnosticReport([diagnostic]).formatted(as: .text) { SourceText(file: $0, bytes: Array(source.utf8)) }
  }

  @Test("A diagnostic has its place, its excerpt with a caret, and its remedy")
  func whole() {
    let diagnostic = Diagnostic(
      identifier: "unknown-topic", severity: .error,
      place: Place(file: "content/news/x.de.md", line: 2, column: 10, length: 3),
      message: "there is no topic “wnd”", remedy: "did you mean “wind”?")
    #expect(
      formatted(diagnostic, source: "---\ntopics: [wnd]\n---\n") == """
        content/news/x.de.md:2:10: error: there is no topic “wnd” [unknown-topic]
            2 | topics: [wnd]
              |          ^^^
          help: did you mean “wind”?

        """)
  }

  @Test("A note has a place and an excerpt of its own")
  func note() {
    let diagnostic = Diagnostic(
      identifier: "address-taken", severity: .error, place: Place(file: "b.md", line: 1, column: 1),
      message: "two files want the address /en/x/",
      notes: [Note("the other one is here", at: Place(file: "a.md", line: 1, column: 2))])
    #expect(
      formatted(diagnostic, source: "text") == """
        b.md:1:1: error: two files want the address /en/x/ [address-taken]
            1 | text
              | ^
          note: a.md:1:2: the other one is here
            1 | text
              |  ^

        """)
  }

  @Test("A caret stands under its letter after tabs, wide letters and combining marks")
  func width() {
    let diagnostic = Diagnostic(
      identifier: "x", severity: .warning, place: Place(file: "x", line: 1, column: 6, length: 1),
      message: "here")
    #expect(
      formatted(diagnostic, source: "\t漢e\u{301} X") == """
        x:1:6: warning: here [x]
            1 |  漢e\u{301} X
              |      ^

        """)
  }

  @Test("What could steer the terminal is not printed in messages, notes, remedies and names of files either")
  func steering() {
    let place = Place(file: "a\u{1B}[2J.md", line: 9, column: 1)
    let diagnostic = Diagnostic(
      identifier: "x", severity: .error, place: place, message: "“\u{202E}cba” is no slug",
      remedy: "write\u{7} “abc”",
      notes: [Note("not\ne", at: place)])
    #expect(
      formatted(diagnostic, source: "") == """
        a␛[2J.md:9:1: error: “\u{FFFD}cba” is no slug [x]
          note: a␛[2J.md:9:1: not␊e
          help: write␇ “abc”

        """)
  }

  @Test("Control characters are shown as pictures, and a long line around its caret")
  func unprintable() {
    let bell = Diagnostic(
      identifier: "x", severity: .error, place: Place(file: "x", line: 1, column: 2), message: "here")
    #expect(formatted(bell, source: "a\u{7}\u{1B}[31m").contains("a␇␛[31m\n"))
    let far = Diagnostic(
      identifier: "x", severity: .error, place: Place(file: "x", line: 1, column: 301), message: "here")
    let lines = formatted(
      far, source: String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
    )
    .split(separator: "\n")
    #expect(lines[1].hasPrefix("    1 | …aaa") && lines[1].hasSuffix("bbb…"))
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let letter = lines[1].firstIndex(of: "X").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
    #expect(caret == letter)
  }

  @Test("A file that cannot be read any more costs only the excerpt")
  func unreadable() {
    let diagnostic = Diagnostic(
      identifier: "x", severity: .error, place: Place(file: "gone"), message: "here")
    #expect(DiagnosticReport([diagnostic]).formatted(as: .text) { _ in nil } == "gone:1:1: error: here [x]\n")
  }
}
