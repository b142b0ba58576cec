import Diagnostics
import Testing

@Suite("Places in a text")
struct SourceTextTests {
  @Test("Lines end with LF, CR LF or CR, and a byte order mark is no column")
  func places() {
    let text = SourceText(file: "x", bytes: Array("\u{FEFF}äb\r\nc\rd\n".utf8))
    #expect(text.lineCount == 4)
    #expect(text.place(at: 5) == Place(file: "x", line: 1, column: 2))
    #expect(text.place(at: 8) == Place(file: "x", line: 2, column: 1))
    #expect(text.line(1) == "äb")
    #expect(text.line(3) == "d")
    #expect(text.line(5) == nil)
  }

  @Test("A place ends with its line")
  func clipping() {
    let text = SourceText(file: "x", bytes: Array("ab\ncd".utf8))
    #expect(text.place(at: 1, length: 10) == Place(file: "x", line: 1, column: 2, length: 1))
    #expect(text.place(at: 99) == Place(file: "x", line: 2, column: 3))
  }
}
