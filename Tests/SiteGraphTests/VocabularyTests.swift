import SiteGraph
import Testing

@Suite("Topics and areas")
struct VocabularyTests {
  private func area(_ key: String, _ site: Site) throws -> AreaNode {
    site.areas[try #require(site.area(key))]
  }

  @Test("A topic has the entries of its narrower topics, and addresses in every language")
  func topics() throws {
    let fixture = try SiteFixture([
      "topics.yml": """
      energy: { en: Energy, de: Energie, slug: { de: energie } }
      wind: { en: Wind, de: Wind, parent: energy, related: [solar] }
      solar: { en: Solar, de: Sonne, parent: energy }

      """,
      "news/2010-10-01-a.en.md": "---\ntitle: T\ntopics: [wind]\n---\n",
      "news/2010-10-02-b.en.md": "---\ntitle: T\ntopics: [energy, solar]\n---\n",
    ])
    let energy = fixture.site.topics[try #require(fixture.site.topic("energy"))]
    #expect(fixture.identifiers(energy.entries) == ["news/2010-10-02-b", "news/2010-10-01-a"])
    #expect(energy.paths == ["/en/topics/energy/", "/de/themen/energie/"])
    #expect(energy.children == [1, 2])
    let wind = fixture.site.topics[1]
    #expect(fixture.identifiers(wind.entries) == ["news/2010-10-01-a"])
    #expect(wind.parent == 0 && wind.related == [2])
  }

  @Test("Continents gather their countries' entries, groups their members'; names come from CLDR")
  func areas() throws {
    let fixture = try SiteFixture(
      [
        "clusters/a.en.md": "---\nname: A\ncountry: no\n---\n",
        "news/2010-10-01-x.en.md": "---\ntitle: T\ncountries: [dk, global]\n---\n",
        "news/2010-10-02-y.en.md": "---\ntitle: T\ncountries: [nordic, eu]\n---\n",
      ], more: "groups: { nordic: { en: Nordic countries, de: Nordische Länder, members: [dk, no] } }\n")
    let site = fixture.site
    #expect(site.areas.map(\.key) == ["dk", "eu", "europe", "global", "no", "nordic"])
    let europe = try area("europe", site)
    #expect(fixture.identifiers(europe.entries) == ["news/2010-10-01-x", "clusters/a"])
    #expect(
      europe.names == [LabelText(text: "Europe", language: "en"), LabelText(text: "Europa", language: "de")])
    let denmark = try area("dk", site)
    #expect(denmark.paths == ["/en/countries/denmark/", "/de/laender/daenemark/"])
    #expect(denmark.parent == site.area("europe"))
    #expect(
      try fixture.identifiers(area("nordic", site).entries)
        == ["news/2010-10-02-y", "news/2010-10-01-x", "clusters/a"])
    #expect(try fixture.identifiers(area("eu", site).entries) == ["news/2010-10-02-y", "news/2010-10-01-x"])
    #expect(
      try area("global", site).names == [
        LabelText(text: "Global", language: nil), LabelText(text: "Global", language: nil),
      ])
    #expect(try fixture.identifiers(area("global", site).entries) == ["news/2010-10-01-x"])
  }

  @Test("What concerns the whole world is global in English and German, and the world in other languages")
  func world() throws {
    let fixture = try SiteFixture([
      "site.yml": """
      name: Example Network
      base_url: https://network.example
      languages: { en: , de-AT: , ar: , fr: }

      """,
      "news/2010-10-01-x.en.md": "---\ntitle: T\ncountries: [global]\n---\n",
    ])
    let global = try area("global", fixture.site)
    #expect(
      global.names == [
        LabelText(text: "Global", language: nil), LabelText(text: "Global", language: nil),
        LabelText(text: "العالم", language: "ar"), LabelText(text: "Monde", language: "fr"),
      ])
    #expect(
      global.paths == ["en", "de-AT", "ar", "fr"].map { "/\($0)/countries/global/" })
  }

  @Test("A language without Latin letters gets addresses from the English names")
  func otherScript() throws {
    let fixture = try SiteFixture([
      "site.yml": """
      name: Example Network
      base_url: https://network.example
      languages: { ar: { label: العربية, locale: ar }, en: { label: English, locale: en } }

      """,
      "clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n",
    ])
    let denmark = try area("dk", fixture.site)
    #expect(denmark.names[0] == LabelText(text: "الدانمرك", language: "ar"))
    #expect(denmark.paths[0] == "/ar/countries/denmark/")
  }

  @Test("Lists are sorted as the language's readers expect it")
  func collation() {
    func sorted(_ locale: String) -> [String] {
      Collation(locale: locale).sorted(
        ["Zebra", "Örebro", "Århus", "apple", "Äpfel"], by: { $0 }, tieBreak: { $0 })
    }
    #expect(sorted("de-DE") == ["Äpfel", "apple", "Århus", "Örebro", "Zebra"])
    #expect(sorted("sv-SE") == ["apple", "Zebra", "Århus", "Äpfel", "Örebro"])
  }
}
