import Foundation
import Testing

@Suite("The data in /api/")
struct DatasetTests {
  private static let content = [
    "clusters/a.en.md": """
    ---
    name: "=Cluster, \\"A\\""
    summary: About A
    country: dk
    region: "-Zealand"
    location: { lat: -55.5, lon: 12.25 }
    founded: 2009
    employees: 12
    status: member
    offers: [wind]
    contact: { name: Ann, email: ann@a.example, phone: "+45 33", publish: data }
    logo: /logo.svg
    image: { src: /logo.svg, alt: The logo }
    links: [{ title: Wind, url: ../pages/about.en.md }]
    breadcrumb: dk
    ---
    Text
    """,
    "clusters/a.de.md": "---\nsummary: Über A\nimage: { alt: Das Logo }\n---\n",
    "clusters/b.en.md":
      "---\nname: B\ncountry: no\ncontact: { email: bob@b.example, phone: \"+47 22\" }\ndraft: false\n---\n",
    "clusters/b.de.md": "---\nsummary: Entwurf\ndraft: true\n---\n",
    "clusters/c.en.md": "---\nname: Hidden\ncountry: no\ndraft: true\n---\n",
    "pages/about.en.md": "---\ntitle: About\n---\nText\n",
    "static/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "topics.yml": "wind: { en: Wind }\n",
    "organisations.yml": "city: { name: City }\n",
    "events/2011-02-01-meeting.en.md":
      "---\ntitle: Meeting\nstarts: 2011-02-01T09:30\nhost: city\nparticipants: [a, { name: Other, url: \"https://o.example\" }, c]\n---\n",
    "news/2010-12-24-future.en.md": "---\ntitle: Future\n---\n",
  ]
  private static let more =
    "licence: { name: CC BY 4.0, url: \"https://cc.example/\" }\ntime_zone: Europe/Copenhagen\n"

  private func fixture(_ templates: [String: String] = [:]) throws -> PagesFixture {
    try PagesFixture(Self.content, templates: templates, more: Self.more)
  }

  @Test("An entry has all its languages and its whole addresses; contacts only where they may be")
  func clusters() throws {
    #expect(
      try fixture().text("api/clusters.json") == #"""
        {"$schema":"https://network.example/api/clusters.schema.json","network":{"name":{"en":"Example Network","de":"Beispielnetzwerk"},"url":"https://network.example/"},"licence":{"name":"CC BY 4.0","url":"https://cc.example/"},"languages":["en","de"],
        "topics":{"wind":{"en":"Wind"}},
        "countries":{"dk":{"en":"Denmark","de":"Dänemark"},"europe":{"en":"Europe","de":"Europa"},"no":{"en":"Norway","de":"Norwegen"}},
        "organisations":{"city":{"en":"City","de":"City"}},"clusters":[
        {"id":"a","original_language":"en","url":{"en":"https://network.example/en/clusters/a/","de":"https://network.example/de/cluster/a/"},"summary":{"en":"About A","de":"Über A"},"image":{"src":"https://network.example/logo.svg","alt":{"en":"The logo","de":"Das Logo"}},"links":{"en":[{"title":"Wind","url":"https://network.example/en/about/"}]},"name":"=Cluster, \"A\"","country":"dk","region":{"en":"-Zealand"},"location":{"lat":-55.5,"lon":12.25},"founded":"2009","status":"member","contact":{"name":"Ann","email":"ann@a.example","phone":"+45 33"},"employees":12,"offers":["wind"],"logo":"https://network.example/logo.svg"},
        {"id":"b","original_language":"en","url":{"en":"https://network.example/en/clusters/b/"},"name":"B","country":"no"}]}

        """#)
  }

  @Test("What has a place is in GeoJSON, longitude first")
  func geoJSON() throws {
    let text = try fixture().text("api/clusters.geojson")
    #expect(text.hasPrefix("{\"type\":\"FeatureCollection\","))
    #expect(
      text.contains(
        "\"features\":[\n{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[12.25,-55.5]},\"properties\":{\"id\":\"a\","
      ))
    #expect(text.split(separator: "\"type\":\"Feature\"").count == 2)
    #expect(!text.contains("\"location\""))
  }

  @Test("A table has a column for each language, and nothing in it is run; numbers stay numbers")
  func table() throws {
    let lines = try fixture().text("api/clusters.csv").components(separatedBy: "\r\n")
    #expect(lines.count == 4)
    let columns = lines[0].split(separator: ",")
    #expect(columns.prefix(5) == ["id", "original_language", "url_en", "url_de", "title_en"])
    #expect(!columns.contains("links"))
    let cells = [
      ",\"'=Cluster, \"\"A\"\"\",dk,Denmark,Dänemark,'-Zealand,,,,-55.5,12.25,2009,,member,,Ann,ann@a.example,'+45 33,",
      "About A,Über A", ",wind,Wind,Wind,",
    ]
    for cell in cells { #expect(lines[1].contains(cell), "\(lines[1])") }
    #expect(!lines[2].contains("bob") && !lines[2].contains("+47"))
  }

  @Test("Times have their zone, references are keys or names, and what is hidden is not there")
  func events() throws {
    let text = try fixture().text("api/events.json")
    #expect(
      text.hasSuffix(
        #"""
        "events":[
        {"id":"2011-02-01-meeting","original_language":"en","url":{"en":"https://network.example/en/events/meeting/"},"title":{"en":"Meeting"},"starts":"2011-02-01T09:30","time_zone":"Europe/Copenhagen","host":{"kind":"organisation","id":"city"},"participants":[{"kind":"cluster","id":"a"},{"name":"Other","url":"https://o.example"}]}]}

        """#))
    #expect(try fixture().text("api/news.json").hasSuffix("\"news\":[]}\n"))
  }

  @Test("A page explains the data where there is a template for it, and no page of the site's own")
  func page() throws {
    let templates = [
      "data.html":
        "{{ page.url }} {{ site.licence.name }}{% for f in page.files %}|{{ f.title }} {{ f.count }} {{ f.format }} {{ f.url }} {{ f.schema or '-' }}{% endfor %}",
      "home.html": "{{ site.data_page or '-' }}",
    ]
    let fixture = try fixture(templates)
    #expect(
      try fixture.text("de/data/index.html")
        == "/de/data/ CC BY 4.0|Nachrichten 0 JSON /api/news.json /api/news.schema.json|Cluster 2 JSON /api/clusters.json /api/clusters.schema.json|Cluster 2 GeoJSON /api/clusters.geojson /api/clusters.geojson.schema.json|Cluster 2 CSV /api/clusters.csv -|Termine 1 JSON /api/events.json /api/events.schema.json"
    )
    #expect(try fixture.text("de/index.html") == "/de/data/")
    #expect(try self.fixture(["home.html": "{{ site.data_page or '-' }}"]).text("de/index.html") == "-")
    let own = try PagesFixture(
      ["pages/data.en.md": "---\ntitle: Mine\n---\n"],
      templates: templates.merging(["page.html": "mine"]) { $1 })
    #expect(try own.text("en/data/index.html") == "mine")
    #expect(own.files["en/index.html"] == "-" && own.report == "")
  }
}
