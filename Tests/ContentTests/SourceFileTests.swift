import CommonMark
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("The bytes of content files")
struct SourceFileTests {
  private static let text = """
    ---
    title: Ein Titel --- mit Strichen
    summary: |
      Zwei
      Zeilen
    links:
      - { title: A, url: https://a.example }
    ---
    ## Überschrift

    ---
    ------

    Ende
    """

  @Test(
    "A byte order mark and other line ends change nothing",
    arguments: ["\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r")])
  func lineEnds(text: String) throws {
    let plain = try LoadedSite(["pages/x.md": Self.text])
    let other = try LoadedSite(["pages/x.md": text])
    #expect(plain.report == "")
    #expect(other.report == "")
    let one = try #require(plain.entry("pages/x")?.original)
    let two = try #require(other.entry("pages/x")?.original)
    #expect(two.body?.defaultHTML == one.body?.defaultHTML)
    #expect(one.fields.keys.sorted() == ["links", "summary", "title"])
    for (name, field) in one.fields {
      let same = try #require(two.fields[name])
      #expect(same.value.agrees(with: field.value))
      #expect((same.place.line, same.place.column) == (field.place.line, field.place.column))
    }
    #expect(one.fields["summary"]?.value.text == "Zwei\nZeilen")
  }

  @Test("What has the form of a rule is Markdown's in the body")
  func rulesInTheBody() throws {
    let site = try LoadedSite(["pages/x.md": Self.text])
    let body = try #require(site.entry("pages/x")?.original?.body)
    #expect(String(decoding: body.defaultHTML, as: UTF8.self).components(separatedBy: "<hr").count == 3)
  }

  @Test("Invalid UTF-8 is told at its column")
  func invalidUTF8() throws {
    let site = try LoadedSite(bytes: [
      "pages/a.md": Array("---\ntitle: Übel ".utf8) + [0xFC] + Array("\n---\n".utf8),
      "pages/b.md": Array("---\ntitle: A\n---\n\nText ".utf8) + [0xE2, 0x82],
      "topics.yml": Array("a: ".utf8) + [0xC0, 0x80],
    ])
    #expect(
      site.report == """
        pages/a.md:2:13: error: the byte FC is no UTF-8 here [invalid-utf-8]
            2 | title: Übel \u{FFFD}
              |             ^
          help: save the file in the encoding UTF-8
        pages/b.md:5:6: error: the byte E2 is no UTF-8 here [invalid-utf-8]
            5 | Text \u{FFFD}
              |      ^
          help: save the file in the encoding UTF-8
        topics.yml:1:4: error: the byte C0 is no UTF-8 here [invalid-utf-8]
            1 | a: \u{FFFD}\u{FFFD}
              |    ^
          help: save the file in the encoding UTF-8

        """)
  }

  @Test("Control characters are told wherever they are")
  func controlCharacters() throws {
    let site = try LoadedSite([
      "pages/a.md": "---\ntitle: A\u{7}\n---\n\tText\u{85}\u{0}\n",
      "pages/b.md": "---\ntitle: A\u{2028}B\n---\n",
      "data/x.json": "[\"\u{FFFF}\"]",
    ])
    #expect(
      site.report == """
        data/x.json:1:3: error: the control character U+FFFF is not allowed [control-character]
            1 | ["\u{FFFF}"]
              |   ^
          help: remove the character; it often comes with copied text and is invisible
        pages/a.md:2:9: error: the control character U+0007 is not allowed [control-character]
            2 | title: A\u{2407}
              |         ^
          help: remove the character; it often comes with copied text and is invisible
        pages/a.md:4:6: error: the control character U+0085 is not allowed [control-character]
            4 |  Text\u{FFFD}\u{2400}
              |      ^
          help: remove the character; it often comes with copied text and is invisible
        pages/a.md:4:7: error: the control character U+0000 is not allowed [control-character]
            4 |  Text\u{FFFD}\u{2400}
              |       ^
          help: remove the character; it often comes with copied text and is invisible
        pages/b.md:2:9: error: the invisible character U+2028 (line separator) is not allowed here [control-character]
            2 | title: A\u{FFFD}B
              |         ^
          help: remove the character; it often comes with copied text and is invisible

        """)
  }

  @Test("Columns count Unicode scalars")
  func columns() throws {
    let site = try LoadedSite([
      "pages/x.md": "---\ntitle: A\nimage: { alt: \"Ü\u{1F389}e\u{301}\", src: ../x }\n---\n"
    ])
    #expect(
      site.report == """
        pages/x.md:3:28: error: “../x” is no path of a file [invalid-file]
            3 | image: { alt: "Ü\u{1F389}e\u{301}", src: ../x }
              |                            ^^^^
          help: write the name of a file beside this one, or /name for one in static/

        """)
  }
}
