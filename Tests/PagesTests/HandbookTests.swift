import Content
import Foundation
import SiteGraph
import Templating
import Testing

@testable import Pages

@Suite("What docs/templates.md tells designers is what templates see")
struct HandbookTests {
  /// `RECORD_DOCS=1 bin/test PagesTests` writes the tables anew; read the difference before you keep it.
  private static let records = ProcessInfo.processInfo.environment["RECORD_DOCS"] != nil

  private let handbook: Handbook

  init() throws { handbook = try Handbook() }

  private static let content = [
    "news/2010-10-01-first-meeting.en.md": """
    ---
    title: First meeting
    image: { src: /bridge.jpg, alt: The bridge }
    links: [{ title: Programme, url: "https://icn.example/" }]
    clusters: [oslo]
    ---
    Text

    """,
    "clusters/oslo.en.md": "---\nname: Oslo Cleantech\ncountry: \"no\"\n---\n",
    "pages/about.en.md": "---\ntitle: About\n---\n",
    "topics.yml": "wind: { en: Wind, de: Windkraft }\n",
    "static/bridge.jpg": "GIF89a\u{20}\0\u{10}\0",
  ]

  /// The attributes that an object has where a template prints it, which is an error that names them.
  private func attributes(of object: String, in template: String) throws -> Set<String> {
    let report = try PagesFixture(Self.content, templates: [template: "{{ \(object) }}"]).report
    let line = try #require(
      report.split(separator: "\n").first { $0.contains("print one of its attributes: ") })
    let names = try #require(line.split(separator: ": ").last)
    return Set(names.split(separator: ", ").map(String.init))
  }

  @Test("The tables of the kinds are those that the kinds' declarations make")
  func kinds() throws {
    let tables = KindTables(KindFiles().kinds)
    let expected = "\n\(tables.text)\n"
    if Self.records {
      var recorded = handbook
      recorded.kinds = expected
      try recorded.write()
      Issue.record("docs/templates.md was written anew")
    } else {
      #expect(handbook.kinds == expected)
    }
  }

  @Test("Each kind has the back-links that the tables name", arguments: KindFiles().kinds)
  func backLinks(kind: Kind) {
    let kinds = KindFiles().kinds
    #expect(
      KindTables(kinds).backLinks(of: kind).map(\.name) == LocalizedSite.backLinkNames(kinds)[kind.name] ?? []
    )
  }

  @Test("Every page has what is named for every page, and nothing else")
  func everyPage() throws {
    let named = handbook.attributes(of: "page", in: "Every page")
    for template in ["home.html", "languages.html"] {
      #expect(try attributes(of: "page", in: template) == named, "\(template)")
    }
    #expect(handbook.attributes(of: "page", in: "Lists and terms").contains("versions"))
    #expect(try attributes(of: "page", in: "404.html") == named.union(["versions"]))
    #expect(try attributes(of: "page", in: "data.html") == named.union(["files"]))
  }

  @Test("Lists and terms have what is named for them")
  func lists() throws {
    let every = handbook.attributes(of: "page", in: "Every page")
    let named = handbook.attributes(of: "page", in: "Lists and terms").subtracting([
      "versions", "files", "topic", "has_more", "index", "sections",
    ])
    let list = every.union(["entries", "pagination"])
    let filters: Set = ["filters", "filter_index", "list_url"]
    #expect(try attributes(of: "page", in: "news-list.html") == list.union(filters))
    #expect(try attributes(of: "page", in: "term-list.html") == list)
    #expect(try attributes(of: "page", in: "term.html") == every.union(named).subtracting(filters))
  }

  @Test("An entry has what every page has, its neighbours, its fields and its back-links")
  func entries() throws {
    let kinds = KindFiles().kinds
    let links = LocalizedSite.backLinkNames(kinds)
    let named = handbook.attributes(of: "page", in: "Every page").union([
      "previous", "next", "map", "files", "related", "matches",
    ])
    for kind in kinds where ["news", "cluster", "page"].contains(kind.name) {
      #expect(
        try attributes(of: "page", in: "\(kind.name).html")
          == named.union(kind.fields.map(\.name)).union(links[kind.name] ?? []), "\(kind.name)")
    }
  }

  @Test("Topics, countries and organisations have what is named for them")
  func terms() {
    func names(_ kind: String) -> [String] {
      let row = handbook.section("Entries").split(separator: "\n").first { $0.hasPrefix("| \(kind) |") } ?? ""
      return row.matches(of: /`([a-z_]+)`/).map { String($0.output.1) }
    }
    #expect(names("topic, country") == TopicObject.attributeNames)
    let organisation = OrganisationObject.value(key: nil, name: LabelText(text: "", language: nil), url: nil)
    guard case .object(let object) = organisation else {
      Issue.record("an organisation is an object")
      return
    }
    #expect(names("organisation") == object.attributeNames)
  }

  @Test("The site has what is named for it")
  func site() throws {
    #expect(try attributes(of: "site", in: "home.html") == handbook.attributes(of: "site", in: "The site"))
  }

  @Test("Filters, functions and styles of dates are all named")
  func callables() {
    let section = handbook.section("Functions and filters beyond Jinja2’s")
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let names = rows.compactMap {
      $0.firstMatch(of: /^\| `(?:[a-z]+ \\\| )?([a-z_]+)/).map { String($0.output.1) }
    }
    let declarations = HostFunctions.declarations
    #expect(Set(names) == Set((declarations.filters + declarations.functions).map(\.name)))
    let dates = rows.first { $0.contains("| date(") } ?? ""
    for style in DateTexts.Style.allCases { #expect(dates.contains("`\(style.rawValue)`"), "\(style)") }
  }

  @Test("The examples give what is said")
  func examples() throws {
    let examples = handbook.examples(in: "Examples")
    #expect(examples.count > 3)
    for (template, html) in examples {
      let fixture = try PagesFixture(Self.content, templates: ["news.html": template])
      #expect(fixture.report == "")
      let page = try fixture.text("de/nachrichten/first-meeting/index.html")
      #expect(page.trimmingCharacters(in: .newlines) == html.trimmingCharacters(in: .newlines))
    }
  }
}
