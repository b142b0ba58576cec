import CommonMark
import Diagnostics
import Testing

@Suite("Safety: what could harm readers is left out, with a warning")
struct SafetyTests {
  @Test("Raw HTML is dropped, blocks and tags alike; their text stays")
  func rawHTML() {
    #expect(
      html("one <b>two</b>\n\n<script>alert(1)</script>\n\nthree\n") == "<p>one two</p>\n<p>three</p>\n")
    #expect(
      problems("one <b>two</b>\n\n<script>alert(1)</script>\n", firstLine: 10)
        == ["10:5 raw-html", "12:1 raw-html"])
  }

  @Test("A comment is dropped without a warning, unless nothing ends it")
  func comments() {
    #expect(html("<!-- for us -->\n\ntext <!-- too --> end\n") == "<p>text  end</p>\n")
    #expect(problems("<!-- for us -->\n\ntext <!-- too --> end\n") == [])
    #expect(problems("text\n\n<!-- never ended\n\nmore\n") == ["3:1 raw-html"])
  }

  @Test("A site that allows HTML gets it as it is")
  func allowedHTML() {
    #expect(
      html("<b>x</b> [y](javascript:z)\n") { $0.html = true }
        == "<p><b>x</b> <a href=\"javascript:z\">y</a></p>\n")
  }

  @Test(
    "Links that run code become their text",
    arguments: [
      "[x](javascript:alert(1))", "[x](JavaScript:alert)", "[x](vbscript:y)", "[x](data:text/html,y)",
      "[x](&#1;javascript:y)", "[x](java&#10;script:y)", "[x](<java\tscript:y>)", "[x](file:///etc/passwd)",
      "[x](&#x6A;avascript:y)", "[x][r]\n\n[r]: javascript:y", "[x](data:image/svg+xml,y)",
    ])
  func dangerousLinks(markdown: String) {
    #expect(html(markdown) == "<p>x</p>\n")
    #expect(html(markdown) { $0.links = false } == "<p>x</p>\n")
    #expect(problems(markdown) == ["1:1 dangerous-address"])
  }

  @Test("Images as data are allowed in the formats that hold no scripts")
  func dataImages() {
    #expect(
      html("![x](data:image/png;base64,AAAA)")
        == "<p><img src=\"data:image/png;base64,AAAA\" alt=\"x\" /></p>\n")
    #expect(html("![x](data:image/svg+xml,y)") == "<p>x</p>\n")
  }

  @Test("The message says what was found and what to do")
  func wording() throws {
    let text = MarkdownParser().parse("a [b](javascript:c)".utf8, file: "a.md")
    let diagnostic = try #require(text.diagnostics.first)
    #expect(
      diagnostic.message
        == "the link “javascript:c” is left out, because addresses with “javascript:” can harm readers")
    #expect(diagnostic.remedy == "link to an https: address or to a file of the site")
    #expect(diagnostic.place?.description == "a.md:1:3")
  }
}
