import CommonMark
import Diagnostics
import Testing

@Suite("Holes: what the page fills in")
struct HoleTests {
  @Test("A link's tags are holes; the text between them is there")
  func link() {
    let text = MarkdownParser().parse(
      "ä [*b*](../c.en.md#d \"e “f” <g>\") h".utf8, file: "x.md", firstLine: 5)
    let link = Link(
      destination: "../c.en.md#d", title: "e “f” <g>", text: "b", language: "en",
      place: Place(file: "x.md", line: 5, column: 9, length: 12))
    #expect(text.links == [link])
    #expect(
      text.segments == [
        .html(Array("<p>ä ".utf8)), .hole(.link(link)), .html(Array("<em>b</em>".utf8)), .hole(.linkEnd),
        .html(Array(" h</p>\n".utf8)),
      ])
    #expect(
      String(decoding: text.defaultHTML, as: UTF8.self)
        == "<p>ä <a href=\"../c.en.md#d\" title=\"e “f” &lt;g&gt;\"><em>b</em></a> h</p>\n")
  }

  @Test("The filler writes into the same output")
  func filling() {
    let text = MarkdownParser().parse("[a](b.md) ![c](d.png)".utf8)
    var output: [UInt8] = Array("> ".utf8)
    text.write(into: &output) { hole, output in
      switch hole {
      case .link(let link): link.writeStart(to: "/x/?a&b", attributes: " class=\"c\"", into: &output)
      case .linkEnd: hole.writeDefault(into: &output)
      case .image(let image): output.append(contentsOf: " src=\"/\(image.index)\" width=\"3\"".utf8)
      case .label, .idPrefix: break
      }
    }
    #expect(
      String(decoding: output, as: UTF8.self)
        == "> <p><a href=\"/x/?a&amp;b\" class=\"c\">a</a> <img src=\"/0\" width=\"3\" alt=\"c\" /></p>\n")
  }

  @Test("Alternative text is plain text, escaped, quotes and line ends included")
  func alternativeText() {
    let text = MarkdownParser().parse("x ![a *b* [c](d)\n\\\"e\\\" \\<f>](g.png \"h\n\\\"i\")".utf8)
    #expect(text.images.map(\.alternative) == ["a b c \"e\" <f>"])
    #expect(text.links == [])
    #expect(
      String(decoding: text.defaultHTML, as: UTF8.self)
        == "<p>x <img src=\"g.png\" alt=\"a b c &quot;e&quot; &lt;f&gt;\" title=\"h&#10;&quot;i\" /></p>\n")
  }

  @Test("An image without alternative text is a warning at its place")
  func missingAlternative() {
    #expect(problems("text\n\nä ![](x.png)") == ["3:3 missing-alternative"])
  }

  @Test("Bytes that mark holes inside are harmless in a text")
  func marksInText() {
    let text = MarkdownParser().parse(
      Array("[a](b) ".utf8) + [0xFF, 0x80, 0x80, 0x80, 0x80, 0xC0] + Array("c".utf8))
    #expect(
      String(decoding: text.defaultHTML, as: UTF8.self)
        == "<p><a href=\"b\">a</a> \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c</p>\n")
  }

  @Test("The plain text of a body is for descriptions")
  func plainText() {
    let text = MarkdownParser().parse("# A\n\nb &amp; *c*\n*  d e f".utf8)
    #expect(text.plainText() == "A b & c d e f")
    #expect(text.plainText(limit: 8) == "A b & c…")
  }
}
