import Testing

@testable import Pages

@Suite("What templates see of maps")
struct MapValuesTests {
  private static let content = [
    "clusters/copenhagen.en.md":
      "---\nname: Copenhagen Cluster\ncountry: dk\ncity: Copenhagen\nlocation: { lat: 55.68, lon: 12.57 }\n---\n",
    "clusters/copenhagen.de.md": "---\ncity: Kopenhagen\n---\n",
    "clusters/oslo.en.md":
      "---\nname: Oslo Cluster\ncountry: no\nregion: Oslo\nstatus: candidate\nlocation: { lat: 59.91, lon: 10.75 }\n---\n",
    "clusters/former.en.md":
      "---\nname: Former Cluster\ncountry: se\nstatus: former\nlocation: { lat: 57.7, lon: 12 }\n---\n",
    "clusters/nowhere.en.md": "---\nname: Nowhere Cluster\ncountry: se\n---\n",
    "agreements/2010-10-01-bridge.en.md":
      "---\ntitle: The bridge\nsignatories: [copenhagen, oslo, former, nowhere]\n---\n",
    "events/2010-10-01-meeting.en.md":
      "---\ntitle: Meeting\nplace: Malmö\nlocation: { lat: 55.6, lon: 13 }\n---\n",
  ]

  private static let template = """
    {% if map %}{% for m in map.marks %}{{ m.symbol }}{{ '*' if m.is_current }} {{ m.entries | map(attribute='key') | join('+') }} \
    {{ m.label or '-' }}{{ m.label | lang_attr if m.label }}{{ ' labelled' if m.wide }}; {% endfor %}\
    {% for b in map.bridges %}{{ b.from }}-{{ b.to }} {{ b.agreements | map(attribute='key') | join('+') }}; {% endfor %}\
    {{ map.symbols | join('+') }}; {{ map.unplaced | map(attribute='key') | join('+') }}{% else %}none{% endif %}
    """

  private func fixture(_ content: [String: String] = content) throws -> PagesFixture {
    let page = "{% set map = page.map %}" + Self.template
    let fixture = try PagesFixture(
      content,
      templates: [
        "home.html": "{% set map = site.map %}" + Self.template, "cluster.html": page, "agreement.html": page,
        "event.html": page, "news.html": page,
      ])
    #expect(fixture.report == "")
    return fixture
  }

  @Test(
    "The map of the network has its members, candidates and guests with their bridges, and no former ones")
  func network() throws {
    let fixture = try fixture()
    #expect(
      try fixture.text("en/index.html")
        == "member copenhagen Copenhagen labelled; candidate oslo Oslo labelled; 0-1 2010-10-01-bridge; member+candidate; nowhere"
    )
    #expect(
      try fixture.text("de/index.html")
        == "member copenhagen Kopenhagen labelled; candidate oslo Oslo lang=\"en\" labelled; 0-1 2010-10-01-bridge; member+candidate; nowhere"
    )
  }

  @Test("A profile shows where it is and its bridges, an agreement everyone who signed, an event its place")
  func locators() throws {
    let fixture = try fixture()
    #expect(
      try fixture.text("en/clusters/oslo/index.html")
        == "candidate* oslo Oslo labelled; member copenhagen Copenhagen labelled; 0-1 2010-10-01-bridge; member+candidate; "
    )
    #expect(
      try fixture.text("en/clusters/former/index.html") == "former* former Former Cluster labelled; former; ")
    #expect(try fixture.text("en/clusters/nowhere/index.html") == "none")
    #expect(
      try fixture.text("en/agreements/bridge/index.html")
        == "member copenhagen Copenhagen labelled; candidate oslo Oslo labelled; former former Former Cluster labelled; 0-1 2010-10-01-bridge; 0-2 2010-10-01-bridge; 1-2 2010-10-01-bridge; member+candidate+former; "
    )
    #expect(
      try fixture.text("en/events/meeting/index.html") == "place* 2010-10-01-meeting Malmö labelled; place; ")
  }

  @Test("Without a cluster that has a place, there is no map")
  func none() throws {
    #expect(try fixture([:]).text("en/index.html") == "none")
    #expect(
      try fixture(["clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n"]).text("en/index.html") == "none")
  }

  @Test("An agreement of many is a ring, and so many bridges as signatories")
  func ring() throws {
    var content: [String: String] = [:]
    let keys = (0..<12).map { "c\($0)" }
    for (number, key) in keys.enumerated() {
      content["clusters/\(key).en.md"] =
        "---\nname: \(key)\ncountry: dk\nlocation: { lat: \(number % 4 * 15), lon: \(number / 4 * 30) }\n---\n"
    }
    content["agreements/2010-10-01-all.en.md"] =
      "---\ntitle: All\nsignatories: [\(keys.joined(separator: ", "))]\n---\n"
    let text = try fixture(content).text("en/index.html")
    #expect(text.ranges(of: "2010-10-01-all").count == 12)
  }
}
