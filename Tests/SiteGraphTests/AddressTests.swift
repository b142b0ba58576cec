import SiteGraph
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test("Sections are translated, pages live at the language's root, slugs at their variants")
  func paths() throws {
    let fixture = try SiteFixture([
      "news/2010-10-01-first.en.md": "---\ntitle: T\n---\nText\n",
      "news/2010-10-01-first.de.md": "---\ntitle: T\nslug: erstes\n---\nText\n",
      "pages/about.en.md": "---\ntitle: T\n---\nText\n",
    ])
    #expect(try fixture.edition("news/2010-10-01-first", "en")?.path == "/en/news/first/")
    #expect(try fixture.edition("news/2010-10-01-first", "de")?.path == "/de/nachrichten/erstes/")
    #expect(try fixture.edition("pages/about", "de")?.path == "/de/about/")
  }

  @Test("Two entries for one address are told at both places")
  func collision() throws {
    let fixture = try SiteFixture([
      "news/2010-10-01-x.en.md": "---\ntitle: T\n---\n",
      "news/2010-10-02-y.en.md": "---\ntitle: T\nslug: x\n---\n",
    ])
    #expect(
      fixture.report == """
        news/2010-10-02-y.en.md:3:7: error: two files want the address /en/news/x/ [address-taken]
            3 | slug: x
              |       ^
          note: news/2010-10-01-x.en.md:1:1: the other one is here
            1 | ---
              | ^
          help: rename one of them, or give it another “slug:”

        """)
  }

  @Test(
    "Addresses that differ only by case or Unicode form are one for some file systems",
    arguments: [("First", "first"), ("\"caf\\u00E9\"", "\"cafe\\u0301\"")])
  func folding(one: String, other: String) throws {
    let fixture = try SiteFixture([
      "news/a.en.md": "---\ntitle: T\ndate: 2010-10-01\nslug: \(one)\n---\n",
      "news/b.en.md": "---\ntitle: T\ndate: 2010-10-01\nslug: \(other)\n---\n",
    ])
    #expect(fixture.report.contains("differ only in letters’ case or Unicode form [address-taken]"))
  }

  @Test("A page cannot take the address of a section")
  func section() throws {
    let fixture = try SiteFixture(["pages/news.en.md": "---\ntitle: T\n---\nText\n"])
    #expect(fixture.report.contains("/en/news/ is the address of the section “news” [address-taken]"))
  }

  @Test("A base address with a path precedes every address, and what is not ASCII is encoded")
  func basePath() throws {
    let fixture = try SiteFixture([
      "site.yml": SiteFixture.configuration.replacing(
        "https://network.example", with: "https://example.org/icn")
    ])
    #expect(fixture.site.url("/en/ä b/") == "/icn/en/%C3%A4%20b/")
    #expect(fixture.site.permalink("/en/") == "https://example.org/icn/en/")
  }

  @Test("What the menu and the legal pages name must exist")
  func names() throws {
    let fixture = try SiteFixture(
      ["pages/imprint.en.md": "---\ntitle: T\n---\n"],
      more: "menu: [news, abuot]\nlegal: { imprint: impressum }\n")
    #expect(
      fixture.report == """
        site.yml:6:14: error: the menu names “abuot”, which is neither a section nor a page [unknown-menu-item]
            6 | menu: [news, abuot]
              |              ^^^^^
        site.yml:7:19: error: there is no page “impressum” [unknown-page]
            7 | legal: { imprint: impressum }
              |                   ^^^^^^^^^
          help: write it, as pages/impressum.md

        """)
  }
}
