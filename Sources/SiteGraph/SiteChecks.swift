import Content
import Diagnostics

/// Checks what stands across a whole site: addresses, and what site.yml calls by name.
struct SiteChecks {
  let content: ContentTree
  private let unread: UnreadEntries
  var diagnostics: [Diagnostic] = []

  init(content: ContentTree, unread: UnreadEntries) {
    self.content = content
    self.unread = unread
  }

  /// Files that the site has beside its pages, whose names are no entries'.
  private static let generatedFiles = [
    "index.html", "404.html", "feed.xml", "feed.json", "filter.json", "events.ics",
  ]

  /// - Returns: Who lives where.
  mutating func checkAddresses(
    entries: [Entry], editions: [[Edition?]], topics: [TopicNode], areas: [AreaNode]
  ) -> AddressBook {
    let configuration = content.configuration
    var book = AddressBook(siteFile: configuration.file)
    for (number, language) in configuration.languages.enumerated() {
      func claim(_ section: String) {
        book.claim("/\(language.tag)/\(language.section(section))/", for: .site("the section “\(section)”"))
      }
      book.claim("/\(language.tag)/", for: .site("the home page"))
      for kind in content.kinds where kind.hasSection {
        claim(kind.section)
      }
      for terms in ["topics", "countries"] { claim(terms) }
      let home = "/\(language.tag)/"
      for folder in [home]
        + content.kinds.filter(\.hasSection).map({ "\(home)\(language.section($0.section))/" })
      {
        for file in Self.generatedFiles {
          book.claim("\(folder)\(file)/", for: .site("a file of the site’s own"))
        }
      }
      for topic in topics {
        book.claim(
          topic.paths[number], for: .file(topic.topic.slugs[language.tag]?.place ?? topic.topic.place))
      }
      for area in areas { book.claim(area.paths[number], for: .site("the country or area “\(area.key)”")) }
      for case let edition? in editions[number] where edition.hasPage {
        let entry = entries[edition.entry]
        let place =
          entry.variants[language.tag]?.place(of: "slug") ?? entry.original.map { Place(file: $0.file.path) }
        if let place { book.claim(edition.path, for: .file(place)) }
      }
    }
    diagnostics += book.diagnostics
    return book
  }

  /// The menu and the legal pages.
  ///
  /// - Parameter entries: Those that are published.
  mutating func checkNames(published entries: [Entry]) {
    let configuration = content.configuration
    let pageSections = Set(content.kinds.filter { !$0.hasSection }.map(\.section))
    let sections = Set(content.kinds.filter(\.hasSection).map(\.section)).union([
      "topics", "countries", "matches",
    ])
    let pages =
      content.entries.filter { !$0.kind.hasSection }.map(\.key)
      + content.unread.filter { pageSections.contains($0.section) }.map(\.key)
    for item in configuration.menu ?? [] where !sections.contains(item.value) && !pages.contains(item.value) {
      let nearest = Suggestion.nearest(to: item.value, in: sections.union(pages))
      diagnostics.append(SiteProblem.unknownMenuItem(item.value, nearest: nearest).at(item.place))
    }
    for legal in configuration.legal where legal.isNamed && !pages.contains(legal.page.value) {
      let nearest = Suggestion.nearest(to: legal.page.value, in: pages)
      diagnostics.append(
        SiteProblem.unknownLegalPage(legal.page.value, nearest: nearest).at(legal.page.place))
    }
    let published = Set(entries.filter { !$0.kind.hasSection }.map(\.key))
    let hidden = Set(content.entries.filter { !$0.kind.hasSection }.map(\.key)).subtracting(published)
    for legal in configuration.legal where hidden.contains(legal.page.value) {
      diagnostics.append(SiteProblem.hiddenLegalPage(legal.page.value).at(legal.page.place))
    }
  }
}
