import Content
import SiteGraph
import Testing

@Suite("Related entries")
struct RelatedEntriesTests {
  private static let others = [
    "topics.yml": "wind: { en: Wind }\nwater: { en: Water }\n",
    "clusters/alpha.en.md": "---\nname: Alpha\ncountry: dk\n---\n",
    "clusters/beta.en.md": "---\nname: Beta\ncountry: dk\n---\n",
  ]

  /// - Parameter news: What follows the title, by key.
  private static func site(_ news: [String: String]) throws -> SiteFixture {
    try SiteFixture(
      Dictionary(
        uniqueKeysWithValues: news.map { ("news/\($0).en.md", "---\ntitle: T\n\($1)---\n") }
      ).merging(others) { $1 })
  }

  private static func related(_ fixture: SiteFixture, to key: String) throws -> [String] {
    fixture.site.related.related(to: try fixture.number("news/\(key)")).map { fixture.site.entries[$0].key }
  }

  @Test("A cluster in common counts more than a topic, and a topic more than a country")
  func weights() throws {
    let fixture = try Self.site([
      "2010-10-05-own": "clusters: [alpha]\ntopics: [wind]\ncountries: [no]\n",
      "2010-10-04-country": "countries: [no]\n", "2010-10-03-topic": "topics: [wind]\n",
      "2010-10-02-cluster": "clusters: [beta, alpha]\n", "2010-10-01-nothing": "topics: [water]\n",
      "2010-09-01-all": "clusters: [alpha]\ntopics: [wind]\n",
    ])
    #expect(
      try Self.related(fixture, to: "2010-10-05-own") == [
        "2010-09-01-all", "2010-10-02-cluster", "2010-10-03-topic", "2010-10-04-country",
      ])
    #expect(try Self.related(fixture, to: "2010-10-01-nothing") == [])
  }

  @Test(
    "Of those as near, the one nearest in time comes first, then the newer; entries of other kinds do not count"
  )
  func ties() throws {
    let fixture = try Self.site([
      "2010-10-01-a": "topics: [wind]\n", "2010-10-02-b": "topics: [wind]\n",
      "2010-10-03-own": "topics: [wind]\n",
      "2010-10-04-c": "topics: [wind]\n", "2010-10-05-d": "topics: [wind]\n",
    ])
    #expect(
      try Self.related(fixture, to: "2010-10-03-own") == [
        "2010-10-04-c", "2010-10-02-b", "2010-10-05-d", "2010-10-01-a",
      ])
  }

  @Test("No more are told of than the limit, and what is hidden is not among them")
  func limit() throws {
    var news = Dictionary(
      uniqueKeysWithValues: (10..<30).map { ("2010-10-\($0)-item", "topics: [wind]\n") })
    news["2010-10-20-item"] = "topics: [wind]\ndraft: true\n"
    let fixture = try Self.site(news)
    let related = try Self.related(fixture, to: "2010-10-19-item")
    #expect(related.count == RelatedEntries.limit)
    #expect(!related.contains("2010-10-20-item"))
  }
}
