import SiteGraph
import Testing

@Suite("Former addresses")
struct RedirectTests {
  @Test("Each variant's former addresses lead to the entry in its language; what is hidden has none")
  func redirects() throws {
    let files = [
      "news/2010-10-01-first.en.md": "---\ntitle: T\naliases: [/b%C3%A4r/, /a.html]\n---\nText\n",
      "news/2010-10-01-first.de.md": "---\ntitle: T\naliases: [/c/]\n---\nText\n",
      "news/2010-10-02-other.en.md": "---\ntitle: T\naliases: [/d/]\n---\nText\n",
      "news/2010-10-02-other.de.md": "---\ntitle: T\ndraft: true\naliases: [/e/]\n---\nText\n",
      "news/2010-12-24-future.en.md": "---\ntitle: T\naliases: [/f/, /d/]\n---\nText\n",
    ]
    let fixture = try SiteFixture(files)
    #expect(fixture.report == "")
    #expect(
      fixture.site.redirects.map { "\($0.path) → \($0.edition.path)" } == [
        "/a.html → /en/news/first/", "/bär/ → /en/news/first/", "/c/ → /de/nachrichten/first/",
        "/d/ → /en/news/other/",
      ])
    #expect(
      try SiteFixture(files, drafts: true).report.contains(
        "two pages have the former address “/d/” [alias-taken]"))
  }
}
