import Content
import SiteGraph
import Testing

@Suite("Links between entries")
struct LinkTests {
  private static let files = [
    "clusters/alpha.en.md": "---\nname: Alpha\ncountry: dk\n---\n## Heading\n",
    "clusters/hidden.en.md": "---\nname: Hidden\ncountry: dk\ndraft: true\n---\n",
    "news/2010-10-01-folder/index.en.md": "---\ntitle: T\n---\n",
    "news/2010-10-01-folder/photo.jpg": "",
    "static/logo.svg": "",
    "news/x.en.md": "---\ntitle: T\ndate: 2010-10-01\n---\n",
  ]

  @Test(
    "A path to a Markdown file is its entry, with or without language",
    arguments: [
      ("../clusters/alpha.en.md", "clusters/alpha", nil), ("../clusters/alpha.md", "clusters/alpha", nil),
      ("../clusters/alpha.de.md#heading", "clusters/alpha", "heading"),
      ("2010-10-01-folder/index.en.md", "news/2010-10-01-folder", nil),
      ("./2010-10-01-folder/index.md", "news/2010-10-01-folder", nil),
      ("..%2Fclusters%2Falpha.md", "clusters/alpha", nil),
    ] as [(String, String, String?)])
  func entries(destination: String, identifier: String, fragment: String?) throws {
    let fixture = try SiteFixture(Self.files)
    let file = try #require(fixture.site.entries[fixture.number("news/x")].original?.file)
    #expect(
      fixture.site.target(of: destination, in: file)
        == .entry(try fixture.number(identifier), fragment: fragment))
  }

  @Test(
    "Other destinations are files, headings, addresses, or nothing",
    arguments: [
      ("../static/logo.svg", .path("/logo.svg", suffix: "")), ("/en/", .path("/en/", suffix: "")),
      ("#top", .fragment("top")),
      ("/a%20b/?c#d", .path("/a b/", suffix: "?c#d")),
      ("https://x.example/a.md", .external("https://x.example/a.md")),
      ("mailto:a@b.example", .external("mailto:a@b.example")),
      ("//x.example", .external("//x.example")), ("../clusters/hidden.en.md", .hiddenEntry),
      ("../clusters/nobody.md", .missing), ("photo.jpg", .missing), ("../../etc/passwd", .missing),
    ] as [(String, LinkTarget)])
  func others(destination: String, target: LinkTarget) throws {
    let fixture = try SiteFixture(Self.files)
    let file = try #require(fixture.site.entries[fixture.number("news/x")].original?.file)
    #expect(fixture.site.target(of: destination, in: file) == target)
  }

  @Test("A file beside an entry that is a folder is found from its text")
  func attachment() throws {
    let fixture = try SiteFixture(Self.files)
    let number = try fixture.number("news/2010-10-01-folder")
    let file = try #require(fixture.site.entries[number].original?.file)
    #expect(
      fixture.site.target(of: "photo.jpg", in: file)
        == .attachment(entry: number, name: "photo.jpg", suffix: ""))
    #expect(
      fixture.site.target(of: "photo.jpg?a#b", in: file)
        == .attachment(entry: number, name: "photo.jpg", suffix: "?a#b"))
  }

  @Test("A link that leads nowhere is an error at its place, with what was meant")
  func broken() throws {
    let fixture = try SiteFixture([
      "clusters/alpha.en.md": "---\nname: Alpha\ncountry: dk\n---\n## Heading\n",
      "news/x.en.md": """
      ---
      title: T
      date: 2010-10-01
      ---
      See [Alpha](../clusters/alpa.en.md), [its heading](../clusters/alpha.md#headin)
      and ![a picture](photo.jpg).

      """,
    ])
    #expect(
      fixture.report == """
        news/x.en.md:5:13: error: this link leads to “../clusters/alpa.en.md”, but there is no such file in the content [broken-link]
            5 | See [Alpha](../clusters/alpa.en.md), [its heading](../clusters/alpha.md#headin)
              |             ^^^^^^^^^^^^^^^^^^^^^^
          help: did you mean “../clusters/alpha.en.md”?
        news/x.en.md:5:52: error: there is no heading “#headin” in clusters/alpha.en.md [broken-anchor]
            5 | See [Alpha](../clusters/alpa.en.md), [its heading](../clusters/alpha.md#headin)
              |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: did you mean “#heading”?
        news/x.en.md:6:18: error: there is no file “photo.jpg” beside this one [missing-file]
            6 | and ![a picture](photo.jpg).
              |                  ^^^^^^^^^
          help: put it into static/ and write “/photo.jpg”, or beside the entry’s index.md

        """)
  }
}
