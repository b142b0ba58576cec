import Content
import Foundation
import SiteGraph
import Testing

@testable import Pages

@Suite("JSON-LD and social cards")
struct StructuredDataTests {
  private static let content = [
    "clusters/a.en.md": """
    ---
    name: Cluster <A>
    summary: About A
    country: dk
    city: Copenhagen
    region: Zealand
    location: { lat: 55.6761, lon: 12.5683 }
    founded: 2009
    employees: 12
    status: member
    website: https://a.example/
    contact: { name: Ann, email: ann@a.example, publish: data }
    ---

    """,
    "clusters/a.de.md": "---\nsummary: Über A\nregion: Seeland\n---\n",
    "clusters/b.en.md":
      "---\nname: B\ncountry: dk\nstatus: guest\ncontact: { email: bob@b.example }\n---\n",
    "organisations.yml": "city: { name: { en: City, de: Stadt }, url: https://city.example }\n",
    "events/2011-02-01-meeting.en.md": """
    ---
    title: Meeting
    starts: 2011-02-01T09:30
    ends: 2011-02-02
    time_zone: America/Denver
    status: moved
    place: Denver
    country: us
    location: { lat: 39.7392, lon: -104.9903 }
    host: a
    participants: [b, city, { name: Other, url: "https://other.example" }]
    held_with: Week
    form: conference
    ---

    """,
  ]

  private func fixture(_ more: [String: String] = [:]) throws -> PagesFixture {
    let template = "{{ page.json_ld }}"
    let templates = [
      "news.html", "cluster.html", "event.html", "page.html", "home.html", "languages.html", "news-list.html",
    ]
    return try PagesFixture(
      Self.content.merging(more) { $1 },
      templates: Dictionary(uniqueKeysWithValues: templates.map { ($0, template) }))
  }

  /// The nodes of a page's graph, each as compact JSON.
  private func graph(_ path: String, in fixture: PagesFixture) throws -> [String] {
    let document = try JSONSerialization.jsonObject(with: Data(fixture.text(path).utf8)) as? [String: Any]
    #expect(document?["@context"] as? String == "https://schema.org")
    return try (document?["@graph"] as? [Any] ?? []).map {
      let data = try JSONSerialization.data(
        withJSONObject: $0, options: [.sortedKeys, .withoutEscapingSlashes])
      return String(decoding: data, as: UTF8.self)
    }
  }

  @Test("A cluster is an organisation that is the same in all languages; contacts are told where they may be")
  func cluster() throws {
    let fixture = try fixture()
    #expect(
      try graph("de/cluster/a/index.html", in: fixture).first == """
        {"@id":"https://network.example/de/cluster/a/","@type":"WebPage","breadcrumb":{"@id":"https://network.example/de/cluster/a/#breadcrumb"},\
        "description":"Über A","inLanguage":"de","isPartOf":{"@id":"https://network.example/#website"},\
        "mainEntity":{"@id":"https://network.example/en/clusters/a/#cluster","@type":"Organization",\
        "address":{"@type":"PostalAddress","addressCountry":"DK","addressLocality":{"@language":"en","@value":"Copenhagen"},"addressRegion":"Seeland"},\
        "contactPoint":{"@type":"ContactPoint","email":"ann@a.example","name":"Ann"},"description":"Über A","foundingDate":"2009",\
        "location":{"@type":"Place","geo":{"@type":"GeoCoordinates","latitude":55.6761,"longitude":12.5683}},\
        "memberOf":{"@id":"https://network.example/#network"},"name":"Cluster <A>",\
        "numberOfEmployees":{"@type":"QuantitativeValue","value":12},"url":"https://a.example/"},\
        "name":"Cluster <A>","url":"https://network.example/de/cluster/a/"}
        """)
    #expect(try fixture.text("de/cluster/a/index.html").contains("\"Cluster \\u003cA>\""))
    let other = try fixture.text("en/clusters/b/index.html")
    #expect(!other.contains("bob@b.example") && !other.contains("memberOf"))
  }

  @Test("An event has its time with the distance from UTC, its status, its place and who takes part")
  func event() throws {
    #expect(
      try graph("en/events/meeting/index.html", in: try fixture()).first == """
        {"@id":"https://network.example/en/events/meeting/","@type":"WebPage","breadcrumb":{"@id":"https://network.example/en/events/meeting/#breadcrumb"},\
        "inLanguage":"en","isPartOf":{"@id":"https://network.example/#website"},\
        "mainEntity":{"@id":"https://network.example/en/events/meeting/#event","@type":"Event",\
        "attendee":[{"@id":"https://network.example/en/clusters/b/#cluster","@type":"Organization","name":"B","url":"https://network.example/en/clusters/b/"},\
        {"@type":"Organization","name":"City","url":"https://city.example"},{"@type":"Organization","name":"Other","url":"https://other.example"}],\
        "endDate":"2011-02-02","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode",\
        "eventStatus":"https://schema.org/EventRescheduled","inLanguage":"en",\
        "location":{"@type":"Place","address":{"@type":"PostalAddress","addressCountry":"US","addressLocality":"Denver"},\
        "geo":{"@type":"GeoCoordinates","latitude":39.7392,"longitude":-104.9903},"name":"Denver"},"name":"Meeting",\
        "organizer":[{"@id":"https://network.example/en/clusters/a/#cluster","@type":"Organization","name":"Cluster <A>","url":"https://network.example/en/clusters/a/"}],\
        "startDate":"2011-02-01T09:30:00-07:00","superEvent":{"@type":"Event","name":"Week"},"url":"https://network.example/en/events/meeting/"},\
        "name":"Meeting","url":"https://network.example/en/events/meeting/"}
        """)
  }

  @Test(
    "A local time has the distance from UTC of its place and day",
    arguments: [
      ("2011-02-01T09:30", "America/Denver", "2011-02-01T09:30:00-07:00"),
      ("2011-07-01T09:30", "America/Denver", "2011-07-01T09:30:00-06:00"),
      ("2010-10-01T23:05", "Europe/Copenhagen", "2010-10-01T23:05:00+02:00"),
      ("2010-10-31T02:30", "Europe/Copenhagen", "2010-10-31T02:30:00+02:00"),
      ("2010-10-31T03:00", "Europe/Copenhagen", "2010-10-31T03:00:00+01:00"),
      ("2011-03-27T02:30", "Europe/Copenhagen", "2011-03-27T02:30:00+01:00"),
      ("2011-03-27T03:00", "Europe/Copenhagen", "2011-03-27T03:00:00+02:00"),
      ("2011-02-01T00:00", "Asia/Kolkata", "2011-02-01T00:00:00+05:30"),
      ("2011-02-01T12:00", "UTC", "2011-02-01T12:00:00+00:00"),
      ("2011-02-01", "Asia/Kolkata", "2011-02-01"),
    ])
  func zonedTime(local: String, zone: String, expected: String) throws {
    let time = try #require(LocalDateTime(local))
    #expect(ZonedTime.text(of: time, by: ZoneClock(zone, years: [time.date.year])) == expected)
  }

  @Test("Home pages are the web site, lists are collections with their way from the home page")
  func pages() throws {
    let fixture = try fixture(["news/2010-10-01-x.en.md": "---\ntitle: T\n---\n"])
    #expect(
      try fixture.text("de/index.html") == """
        {"@context":"https://schema.org","@graph":[\
        {"@type":"WebSite","@id":"https://network.example/#website","url":"https://network.example/de/","name":"Beispielnetzwerk","inLanguage":"de","publisher":{"@id":"https://network.example/#network"}},\
        {"@type":"Organization","@id":"https://network.example/#network","name":"Beispielnetzwerk","url":"https://network.example/"}]}
        """)
    #expect(try fixture.text("index.html").contains(#""inLanguage":["en","de"]"#))
    #expect(
      try fixture.text("de/nachrichten/index.html") == """
        {"@context":"https://schema.org","@graph":[\
        {"@type":"CollectionPage","@id":"https://network.example/de/nachrichten/","url":"https://network.example/de/nachrichten/","name":"Nachrichten","inLanguage":"de","isPartOf":{"@id":"https://network.example/#website"},"breadcrumb":{"@id":"https://network.example/de/nachrichten/#breadcrumb"}},\
        {"@type":"BreadcrumbList","@id":"https://network.example/de/nachrichten/#breadcrumb","itemListElement":[\
        {"@type":"ListItem","position":1,"name":"Startseite","item":"https://network.example/de/"},\
        {"@type":"ListItem","position":2,"name":"Nachrichten","item":"https://network.example/de/nachrichten/"}]}]}
        """)
  }

  @Test("The page about the data is a dataset with its files and its licence")
  func dataset() throws {
    let fixture = try PagesFixture(
      templates: ["data.html": "{{ page.json_ld }}"],
      more: "licence: { name: CC BY 4.0, url: \"https://cc.example/\" }\n")
    let text = try fixture.text("de/data/index.html")
    #expect(
      text.hasPrefix(
        """
        {"@context":"https://schema.org","@graph":[{"@type":"Dataset","@id":"https://network.example/de/data/",\
        "url":"https://network.example/de/data/","name":"Beispielnetzwerk: Daten","description":"Was diese Website
        """))
    #expect(text.contains(#""license":"https://cc.example/""#))
    #expect(
      text.contains(
        #"{"@type":"DataDownload","encodingFormat":"text/csv","contentUrl":"https://network.example/api/clusters.csv"}"#
      ))
    #expect(
      text.contains(
        #"{"@type":"ListItem","position":2,"name":"Daten","item":"https://network.example/de/data/"}"#))
  }

  @Test("A social card speaks of the address that is shared, and names the locales of its translations")
  func social() throws {
    let template =
      "{% for m in page.social %}{{ m.attribute }} {{ m.name }}={{ m.content }}{{ m.content | lang_attr }}\n{% endfor %}"
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-x/index.en.md":
          "---\ntitle: Title\nsummary: Summary\nupdated: 2010-10-04\nimage: { src: a.png, alt: Picture }\n---\n",
        "news/2010-10-01-x/index.de.md": "---\ntitle: Titel\n---\n", "news/2010-10-01-x/a.png": "",
        "news/2010-10-02-y.en.md": "---\ntitle: Only English\n---\n",
      ], templates: ["news.html": template, "home.html": template])
    #expect(
      try fixture.text("de/nachrichten/x/index.html") == """
        property og:type=article
        property og:title=Titel
        property og:description=Summary lang="en"
        property og:url=https://network.example/de/nachrichten/x/
        property og:site_name=Beispielnetzwerk
        property og:image=https://network.example/de/nachrichten/x/a.png
        property og:image:alt=Picture lang="en"
        property og:locale=de_DE
        property og:locale:alternate=en_GB
        property article:published_time=2010-10-01
        property article:modified_time=2010-10-01
        name twitter:card=summary_large_image

        """)
    #expect(
      try fixture.text("de/nachrichten/y/index.html") == """
        property og:type=article
        property og:title=Only English lang="en"
        property og:url=https://network.example/en/news/y/
        property og:site_name=Beispielnetzwerk
        property og:locale=en_GB
        property article:published_time=2010-10-02
        property article:modified_time=2010-10-02
        name twitter:card=summary

        """)
    #expect(try fixture.text("en/index.html").contains("og:locale:alternate=de_DE"))
    // No network shows a picture in SVG.
    let drawing = try PagesFixture(
      [
        "news/2010-10-01-x/index.en.md": "---\ntitle: T\nimage: { src: a.SVG, alt: Drawing }\n---\n",
        "news/2010-10-01-x/a.SVG": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      ], templates: ["news.html": template])
    let card = try drawing.text("en/news/x/index.html")
    #expect(!card.contains("og:image") && card.contains("twitter:card=summary\n"))
  }
}
