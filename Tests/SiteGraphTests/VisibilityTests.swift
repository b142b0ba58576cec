import SiteGraph
import Testing

@Suite("Who is seen")
struct VisibilityTests {
  private static let files = [
    "news/today.en.md": "---\ntitle: T\ndate: 2010-11-15\n---\n",
    "news/tomorrow.en.md": "---\ntitle: T\ndate: 2010-11-16\n---\n",
    "news/draft.en.md": "---\ntitle: T\ndate: 2010-11-01\ndraft: true\n---\n",
    "news/expired.en.md": "---\ntitle: T\ndate: 2010-11-01\nexpires: 2010-11-14\n---\n",
    "news/last-day.en.md": "---\ntitle: T\ndate: 2010-11-02\nexpires: 2010-11-15\n---\n",
    "events/tomorrow.en.md": "---\ntitle: T\nstarts: 2010-11-16\n---\n",
  ]

  @Test("Drafts, news from the future and what has expired are hidden; future events are not")
  func hidden() throws {
    let fixture = try SiteFixture(Self.files)
    #expect(
      fixture.identifiers(Array(fixture.site.entries.indices)) == [
        "news/last-day", "news/today", "events/tomorrow",
      ])
  }

  @Test("All of it is shown with --drafts")
  func drafts() throws {
    let fixture = try SiteFixture(Self.files, drafts: true)
    #expect(fixture.site.entries.count == 6)
  }

  @Test("A reference to what is hidden is dropped, with a warning")
  func hiddenReference() throws {
    let fixture = try SiteFixture([
      "news/x.en.md": "---\ntitle: T\ndate: 2010-11-01\nclusters: [a, b]\n---\n",
      "clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n",
      "clusters/b.en.md": "---\nname: B\ncountry: dk\ndraft: true\n---\n",
    ])
    let news = try fixture.number("news/x")
    #expect(fixture.site.relations[news].references["clusters"]?.count == 1)
    #expect(
      fixture.report == """
        news/x.en.md:4:15: warning: “b” is not published, so the site does not show this reference [hidden-reference]
            4 | clusters: [a, b]
              |               ^

        """)
  }
}
