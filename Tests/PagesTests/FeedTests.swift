import Foundation
import Testing

@Suite("Feeds")
struct FeedTests {
  @Test("Each page names its feed in both formats, and both say the same of themselves")
  func discovery() throws {
    let template = "{% for f in page.feeds %}{{ f.title }} {{ f.type }} {{ f.url }};{% endfor %}"
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-x.en.md": "---\ntitle: T\ntopics: [wind]\n---\n",
        "clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n",
        "topics.yml": "wind: { en: Wind, de: Windkraft, slug: { de: windkraft } }\n",
      ],
      templates: [
        "news.html": template, "news-list.html": template, "cluster.html": template, "term.html": template,
      ])
    func feeds(_ title: String, _ path: String) -> String {
      "\(title) application/atom+xml \(path)feed.xml;\(title) application/feed+json \(path)feed.json;"
    }
    #expect(try fixture.text("en/news/x/index.html") == feeds("Example Network", "/en/"))
    #expect(
      try fixture.text("de/nachrichten/index.html")
        == feeds("Beispielnetzwerk: Nachrichten", "/de/nachrichten/"))
    #expect(try fixture.text("de/cluster/a/index.html") == feeds("Beispielnetzwerk: A", "/de/cluster/a/"))
    #expect(
      try fixture.text("de/themen/windkraft/index.html")
        == feeds("Beispielnetzwerk: Windkraft", "/de/themen/windkraft/"))
    #expect(
      try fixture.text("de/laender/daenemark/feed.json") == """
        {"version":"https://jsonfeed.org/version/1.1","title":"Beispielnetzwerk: Dänemark",\
        "home_page_url":"https://network.example/de/laender/daenemark/",\
        "feed_url":"https://network.example/de/laender/daenemark/feed.json","language":"de",\
        "authors":[{"name":"Beispielnetzwerk"}],"items":[]}

        """)
  }

  @Test("A kind of the site’s own can have feeds of the news that refer to its entries")
  func kindWithFeeds() throws {
    let fixture = try PagesFixture(
      [
        "kinds/project.yml": "section: projects\nhas_feed: true\n",
        "kinds/report.yml": """
        section: reports
        date_field: date
        hides_future: true
        fields:
          date: { type: date }
          project: { type: reference, to: [project], back_link: reports }
        """,
        "projects/quay.en.md": "---\ntitle: Quay\n---\n",
        "reports/2010-10-01-half.en.md": "---\ntitle: Half\nproject: quay\n---\n",
      ],
      templates: [
        "project.html": "{{ page.feed }}", "project-list.html": "", "report.html": "", "report-list.html": "",
      ])
    #expect(try fixture.text("en/projects/quay/index.html") == "/en/projects/quay/feed.xml")
    #expect(try fixture.text("en/projects/quay/feed.xml").contains("<title>Half</title>"))
  }

  @Test("An item has its picture, its topics and its source; without a text, its teaser or its title")
  func item() throws {
    let fixture = try PagesFixture(
      [
        "news/2010-10-02-x/index.en.md":
          "---\ntitle: T\nsummary: Teaser\nsource: { name: Paper }\ntopics: [wind]\nimage: { src: a.png, alt: A }\nupdated: 2010-10-05\n---\n",
        "news/2010-10-02-x/a.png": "", "news/2010-10-01-y.en.md": "---\ntitle: Title only\n---\n",
        "topics.yml": "wind: { en: Wind, de: Windkraft }\n",
      ], baseURL: "https://preview.example/icn")
    let items = try fixture.text("en/feed.json").split(separator: "\n").dropFirst()
    #expect(
      Array(items) == [
        #"{"id":"tag:network.example,2010-10-02:news/2010-10-02-x/en","url":"https://preview.example/icn/en/news/x/","title":"T","language":"en","summary":"Teaser","content_text":"Teaser","image":"https://preview.example/icn/en/news/x/a.png","date_published":"2010-10-02T00:00:00Z","date_modified":"2010-10-05T00:00:00Z","authors":[{"name":"Paper"}],"tags":["Wind"]},"#,
        #"{"id":"tag:network.example,2010-10-01:news/2010-10-01-y/en","url":"https://preview.example/icn/en/news/y/","title":"Title only","language":"en","content_text":"Title only","date_published":"2010-10-01T00:00:00Z","date_modified":"2010-10-01T00:00:00Z"}]}"#,
      ])
  }

  /// The items of a feed: where they lead, when they came out and were changed, and their ids.
  private func items(_ path: String, of fixture: PagesFixture) throws -> [String] {
    let text = try fixture.text(path)
    return text.split(separator: "\n").dropFirst().map { line in
      func member(_ name: String) -> Substring {
        guard let start = line.range(of: "\"\(name)\":\"")?.upperBound else { return "-" }
        return line[start...].prefix { $0 != "\"" }
      }
      return [member("id"), member("date_published"), member("date_modified")].joined(separator: " ")
    }
  }

  @Test(
    "Events to come stand first, the soonest before the later; no day is one to come, and none is told that nobody knows"
  )
  func events() throws {
    let fixture = try PagesFixture([
      "events/2010-11-14-past.en.md": "---\ntitle: Past\n---\n",
      "events/2010-10-01-older.en.md": "---\ntitle: Older\nupdated: 2010-11-01\n---\n",
      "events/2010-11-15-today.en.md": "---\ntitle: Today\n---\n",
      "events/2011-02-01-soon.en.md": "---\ntitle: Soon\n---\n",
      "events/2011-06-01-later.en.md": "---\ntitle: Later\nupdated: 2010-11-10\n---\n",
      "events/put-off.en.md": "---\ntitle: Put off\nstarts: 2011-03-01\nupdated: 2011-02-01\n---\n",
    ])
    let day = "T00:00:00Z"
    #expect(
      try items("en/events/feed.json", of: fixture) == [
        "tag:network.example,1970-01-01:events/2011-02-01-soon/en - 2010-11-15\(day)",
        "tag:network.example,1970-01-01:events/put-off/en - 2010-11-15\(day)",
        "tag:network.example,1970-01-01:events/2011-06-01-later/en - 2010-11-10\(day)",
        "tag:network.example,1970-01-01:events/2010-11-15-today/en - 2010-11-15\(day)",
        "tag:network.example,1970-01-01:events/2010-11-14-past/en - 2010-11-14\(day)",
        "tag:network.example,1970-01-01:events/2010-10-01-older/en - 2010-11-01\(day)",
      ])
    let atom = try fixture.text("en/events/feed.xml")
    #expect(atom.contains("<updated>2010-11-15T00:00:00Z</updated>\n<author>"))
    #expect(!atom.contains("<published>"))
  }

  @Test("Clusters are in their section’s feed once they say when they were changed, the newest first")
  func clusters() throws {
    let fixture = try PagesFixture([
      "clusters/a.en.md": "---\nname: A\ncountry: dk\nupdated: 2010-10-01\n---\n",
      "clusters/b.en.md": "---\nname: B\ncountry: dk\n---\n",
      "clusters/c.en.md": "---\nname: C\ncountry: dk\nupdated: 2010-11-01\n---\n",
    ])
    #expect(
      try items("en/clusters/feed.json", of: fixture) == [
        "tag:network.example,1970-01-01:clusters/c/en - 2010-11-01T00:00:00Z",
        "tag:network.example,1970-01-01:clusters/a/en - 2010-10-01T00:00:00Z",
      ])
  }

  @Test("What comes out in several kinds is in one order; of more than twenty entries the newest are told")
  func newest() throws {
    var content = [
      "kinds/report.yml": """
      section: reports
      date_field: date
      hides_future: true
      fields: { date: { type: date } }
      """,
      "reports/2010-10-15-report.en.md": "---\ntitle: Report\n---\n",
    ]
    for day in 10...31 { content["news/2010-10-\(day)-news.en.md"] = "---\ntitle: News\n---\n" }
    let fixture = try PagesFixture(content, templates: ["report.html": "", "report-list.html": ""])
    let days = try items("en/feed.json", of: fixture).map { $0.split(separator: " ")[1].prefix(10) }
    #expect(
      days == (13...31).reversed().flatMap { Array(repeating: "2010-10-\($0)", count: $0 == 15 ? 2 : 1) })
    #expect(try items("en/news/feed.json", of: fixture).count == 20)
    #expect(try items("en/reports/feed.json", of: fixture).count == 1)
  }

  @Test("An id is made for base_url, whatever the build’s address, and a slug changes nothing in it")
  func ids() throws {
    let entry = "news/2010-10-01-x.en.md"
    let before = try PagesFixture([entry: "---\ntitle: T\n---\n"])
    let after = try PagesFixture(
      [entry: "---\ntitle: Other\nslug: other\n---\n"], baseURL: "https://preview.example/icn")
    #expect(try after.text("en/feed.json").contains("https://preview.example/icn/en/news/other/"))
    #expect(
      try items("en/feed.json", of: before) == [
        "tag:network.example,2010-10-01:news/2010-10-01-x/en 2010-10-01T00:00:00Z 2010-10-01T00:00:00Z"
      ])
    #expect(try items("en/feed.json", of: after) == items("en/feed.json", of: before))
    let feedID = "<id>tag:network.example,1970-01-01:en/news</id>"
    #expect(try after.text("en/news/feed.xml").contains(feedID))
    #expect(try before.text("en/news/feed.xml").contains(feedID))
  }
}
