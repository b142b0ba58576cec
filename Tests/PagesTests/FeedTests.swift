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
}
