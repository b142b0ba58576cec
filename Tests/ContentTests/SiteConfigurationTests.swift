import CommonMark
import Content
import Diagnostics
import Testing

@Suite("The site's own files")
struct SiteConfigurationTests {
  @Test("A smallest site.yml gets the documented defaults")
  func defaults() throws {
    let site = try LoadedSite([
      "site.yml": "name: X\nbase_url: https://x.example/icn/\nlanguages: { de: , ar: }\n"
    ])
    #expect(site.report == "")
    let configuration = try #require(site.content.tree?.configuration)
    #expect(configuration.name.text(in: "de", others: [])?.text == "X")
    #expect(configuration.baseURL.permalink("/de/") == "https://x.example/icn/de/")
    #expect(configuration.defaultLanguage == "de")
    #expect(configuration.languages.map(\.tag) == ["de", "ar"])
    #expect(configuration.languages.map(\.label) == ["Deutsch", "العربية"])
    #expect(configuration.languages.map(\.locale) == ["de", "ar"])
    #expect(configuration.languages.map(\.isRightToLeft) == [false, true])
    #expect(configuration.timeZone == "UTC")
    #expect(configuration.untranslated(of: "news") == .page)
    #expect(configuration.pageSize == 20)
    #expect(configuration.menu == nil)
    #expect(configuration.markdown == MarkdownOptions())
    #expect(configuration.search && !configuration.compress)
    #expect(configuration.params == .map([]))
  }

  @Test(
    "A base address that is none is told with what is wrong",
    arguments: [
      ("harbour.example", "is no web address", "did you mean “https://harbour.example”?"),
      ("ftp://harbour.example", "is no web address", nil),
      ("https://", "cannot be a site’s address: it names no host", nil),
      ("https://har_bour.example", "cannot be a site’s address: “har_bour.example” is no host’s name", nil),
      ("https://harbour..example", "cannot be a site’s address: “harbour..example” is no host’s name", nil),
      ("https://h.example?x=1", "cannot be a site’s address: it must end before “?x=1”", nil),
      ("https://h.example/icn#top", "cannot be a site’s address: it must end before “#top”", nil),
      (
        "https://me:pw@h.example", "cannot be a site’s address: a user’s name or password has no place in it",
        nil
      ),
      (
        "https://h.example:99999",
        "cannot be a site’s address: “99999” is no port, which is a number from 1 to 65535", nil
      ),
      ("https://h.example/a//b", "cannot be a site’s address: “/a//b” is no path of a folder", nil),
      ("https://h.example/../b", "cannot be a site’s address: “/../b” is no path of a folder", nil),
    ])
  func baseURL(text: String, message: String, remedy: String?) throws {
    let site = try LoadedSite(["site.yml": "name: X\nbase_url: '\(text)'\nlanguages: { en: }\n"])
    let remedy = remedy ?? "write it like https://example.org or https://example.org/icn"
    #expect(
      site.report.split(separator: "\n").filter { !$0.contains(" | ") } == [
        "site.yml:2:11: error: “\(text)” \(message) [invalid-url]", "  help: \(remedy)",
      ])
  }

  @Test("A base address may have capitals in its host, a port and a path")
  func goodBaseURL() throws {
    let url = try #require(BaseURL("https://Harbour.example:8443/icn/"))
    #expect(url.permalink("/en/") == "https://harbour.example:8443/icn/en/")
    #expect(url.host == "harbour.example")
  }

  @Test("Every key of site.yml is read")
  func allKeys() throws {
    let site = try LoadedSite([
      "site.yml": """
      name: { en: Network, de: Netzwerk }
      tagline: For all
      base_url: https://x.example
      default_language: de
      languages:
        en: { label: English, locale: en-GB }
        de: { label: Deutsch, locale: de-DE, sections: { news: nachrichten, topics: themen } }
      time_zone: Europe/Copenhagen
      untranslated: { news: link, event: hide }
      page_size: 5
      groups: { nordic: { en: Nordic countries, de: Nordische Länder, members: [dk, no] } }
      menu: [news, about]
      aim: { from: 10, to: 15, by: 2011-10-01 }
      legal: { imprint: imprint, privacy: privacy }
      licence: { name: CC BY 4.0, url: https://cc.example }
      markdown: { html: true, footnotes: no }
      severity: { stray-file: error }
      search: false
      compress: true
      params: { colour: 1 }
      """,
      "pages/photo.jpg": "",
    ])
    let configuration = try #require(site.content.tree?.configuration)
    #expect(configuration.name.text(in: "de", others: [])?.text == "Netzwerk")
    #expect(configuration.tagline?.text(in: "de", others: [])?.language == nil)
    #expect(configuration.defaultLanguage == "de")
    #expect(configuration.language("de")?.section("news") == "nachrichten")
    #expect(configuration.language("de")?.section("clusters") == "clusters")
    #expect(configuration.untranslated(of: "news") == .link)
    #expect(configuration.untranslated(of: "event") == .hide)
    #expect(configuration.untranslated(of: "page") == .page)
    #expect(configuration.groups.map(\.key) == ["nordic"])
    #expect(configuration.groups.first?.members.map(\.value) == ["dk", "no"])
    #expect(configuration.menu?.map(\.value) == ["news", "about"])
    #expect(configuration.aim?.by == CalendarDate("2011-10-01"))
    #expect(configuration.legal.map(\.role) == ["imprint", "privacy"])
    #expect(configuration.licence?.name == "CC BY 4.0")
    #expect(configuration.markdown.html && !configuration.markdown.footnotes && configuration.markdown.tables)
    #expect(
      configuration.severity.apply(to: try #require(site.content.diagnostics.first))?.severity == .error)
    #expect(!configuration.search && configuration.compress)
    #expect(configuration.params == .map([.init(key: "colour", value: .integer(1))]))
  }

  @Test("A kind of the site's own is read in the terms of the built-in ones")
  func ownKind() throws {
    let site = try LoadedSite([
      "kinds/project.yml": """
      section: projects
      date_field: begins
      order: newest
      fields:
        begins: date
        budget: { type: number, required: true, description: In euros }
        partners: { type: list, of: { type: reference, to: [cluster, project], outside: true }, back_link: projects }
        goal: { type: markdown, class: translated }
        phases: { type: list, of: { type: record, fields: { name: text, length: count } } }
      """,
      "projects/2010-10-01-wind.md":
        "---\ntitle: Wind\nbudget: 1.5\npartners: [oslo]\ngoal: |\n  *More* wind\nphases: [{ name: A, length: 3 }]\n---\n",
    ])
    #expect(site.report == "")
    #expect(
      site.content.tree?.kinds.map(\.name) == ["news", "cluster", "event", "agreement", "page", "project"])
    let entry = try #require(site.entry("projects/2010-10-01-wind"))
    #expect(entry.shared["begins"]?.value.date == CalendarDate("2010-10-01"))
    #expect(entry.kind.field("partners")?.backLink == "projects")
    guard case .markdown(let goal) = entry.original?.fields["goal"]?.value else {
      Issue.record("the goal should be Markdown")
      return
    }
    #expect(goal.plainText() == "More wind")
  }

  @Test("The vocabularies keep their order and their languages")
  func vocabularies() throws {
    let site = try LoadedSite([
      "topics.yml": """
      water: { en: Water, de: Wasser, slug: { de: wasser }, parent: environment, related: environment }
      environment: { en: Environment, de: Umwelt, description: { en: All of it, de: Alles } }
      """,
      "organisations.yml": "b: { name: { en: B, de: Be }, url: https://b.example }\na: A\n",
    ])
    #expect(site.report == "")
    let tree = try #require(site.content.tree)
    #expect(tree.topics.map(\.key) == ["water", "environment"])
    #expect(tree.topics[0].label.text(in: "de", others: [])?.text == "Wasser")
    #expect(tree.topics[0].slugs["de"]?.value == "wasser")
    #expect(tree.topics[0].parent?.value == "environment")
    #expect(tree.organisations.map(\.key) == ["b", "a"])
    #expect(tree.organisations[0].name.languages == ["de", "en"])
  }
}
