import SiteGraph
import Testing

@Suite("Translations")
struct TranslationTests {
  private static let original = "---\ntitle: Title\nsummary: Summary\ndate: 2010-10-01\n---\nBody\n"

  @Test(
    "How far an entry is translated follows from what its variant gives",
    arguments: [
      ("---\ntitle: Titel\nsummary: Teaser\n---\nText\n", TranslationState.full),
      ("---\ntitle: Titel\nsummary: \"\"\n---\nText\n", .full),
      ("---\nsummary: Teaser\n---\n", .partial),
      ("---\ntitle: Titel\nsummary: Teaser\n---\n", .partial),
      ("---\nslug: adresse\n---\n", .missing),
      ("---\ntitle: Titel\nsummary: Teaser\ndraft: true\n---\nText\n", .missing),
    ])
  func states(variant: String, state: TranslationState) throws {
    let fixture = try SiteFixture(["news/x.en.md": Self.original, "news/x.de.md": variant])
    #expect(try fixture.edition("news/x", "de")?.state == state)
    #expect(try fixture.edition("news/x", "en")?.state == .full)
    #expect(fixture.report == "")
  }

  @Test("An image's alternative text is asked for, too")
  func imageText() throws {
    let image = "title: T\ndate: 2010-10-01\nimage: { src: https://x.example/y.png, alt: A }"
    let fixture = try SiteFixture([
      "news/x.en.md": "---\n\(image)\n---\n", "news/x.de.md": "---\ntitle: T\n---\n",
      "news/y.en.md": "---\n\(image)\n---\n", "news/y.de.md": "---\ntitle: T\nimage: { alt: B }\n---\n",
    ])
    #expect(try fixture.edition("news/x", "de")?.state == .partial)
    #expect(try fixture.edition("news/y", "de")?.state == .full)
  }

  @Test(
    "What is missing has a page, leads to the original's, or is not there, as the site decides",
    arguments: [
      ("page", "/de/nachrichten/x/", true), ("link", "/en/news/x/", false), ("hide", nil, false),
    ] as [(String, String?, Bool)])
  func untranslated(choice: String, path: String?, hasPage: Bool) throws {
    let fixture = try SiteFixture(["news/x.en.md": Self.original], more: "untranslated: \(choice)\n")
    let edition = try fixture.edition("news/x", "de")
    #expect(edition?.path == path)
    #expect((edition?.hasPage ?? false) == hasPage)
    let german = fixture.site.section(of: "news", language: 1)
    #expect(german?.entries.count == (path == nil ? 0 : 1))
  }

  @Test("A kind can decide for itself, and legal pages are there in every language")
  func exceptions() throws {
    let page = "---\ntitle: T\n---\nText\n"
    let fixture = try SiteFixture(
      ["news/x.en.md": Self.original, "pages/imprint.en.md": page, "pages/about.en.md": page],
      more: "untranslated: { news: link, page: hide }\nlegal: { imprint: imprint }\n")
    #expect(try fixture.edition("news/x", "de")?.hasPage == false)
    #expect(try fixture.edition("pages/about", "de") == nil)
    #expect(try fixture.edition("pages/imprint", "de")?.path == "/de/imprint/")
  }

  @Test("The original need not be in the default language")
  func otherOriginal() throws {
    let fixture = try SiteFixture(["news/x.de.md": Self.original])
    #expect(try fixture.edition("news/x", "de")?.state == .full)
    #expect(try fixture.edition("news/x", "en")?.state == .missing)
    #expect(try fixture.edition("news/x", "en")?.originalLanguage == "de")
  }

  @Test("A title comes from the variant, else from the original, else from the name")
  func titles() throws {
    let fixture = try SiteFixture([
      "news/x.en.md": Self.original, "news/x.de.md": "---\nsummary: Teaser\n---\n",
      "clusters/a.en.md": "---\nname: Cluster A\ncountry: dk\n---\n",
    ])
    let news = fixture.site.entries[try fixture.number("news/x")]
    #expect(news.title(in: "de") == LabelText(text: "Title", language: "en"))
    let cluster = fixture.site.entries[try fixture.number("clusters/a")]
    #expect(cluster.title(in: "de") == LabelText(text: "Cluster A", language: nil))
  }
}
