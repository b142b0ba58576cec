import CommonMark
import Content
import Diagnostics

/// Checks what stands across a whole site: addresses, links, and what site.yml calls by name.
struct SiteChecks {
  let content: ContentTree
  private let unread: UnreadEntries
  private(set) var diagnostics: [Diagnostic] = []
  /// What the links in texts lead to, so that pages need not find it again.
  private(set) var targets: [LinkPlace: LinkTarget] = [:]

  init(content: ContentTree, unread: UnreadEntries) {
    self.content = content
    self.unread = unread
  }

  mutating func checkAddresses(
    entries: [Entry], editions: [[Edition?]], topics: [TopicNode], areas: [AreaNode]
  ) {
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
  }

  mutating func checkLinks(in entries: [Entry], with links: LinkResolver) {
    guard content.configuration.markdown.links else { return }
    for entry in entries {
      for variant in entry.variants.values {
        guard let body = variant.body else { continue }
        for link in body.links {
          check(link.destination, in: variant, at: link.place, entries: entries, links: links)
        }
        for image in body.images {
          check(image.source, in: variant, at: image.place, entries: entries, links: links)
        }
      }
    }
  }

  private mutating func check(
    _ destination: String, in variant: Variant, at place: Place, entries: [Entry], links: LinkResolver
  ) {
    let key = LinkPlace(destination: destination, file: variant.file)
    let target = targets[key] ?? links.target(of: destination, in: variant.file)
    targets[key] = target
    switch target {
    case .missing where links.leadsToUnread(destination, in: variant.file): break
    case .missing:
      let nearest = links.nearest(to: destination, in: variant.file)
      let problem: SiteProblem =
        destination.contains(".md")
        ? .brokenLink(destination, nearest: nearest) : .missingFile(destination, nearest: nearest)
      diagnostics.append(problem.at(place))
    case .hiddenEntry: diagnostics.append(SiteProblem.hiddenLink(destination).at(place))
    case .fragment(let fragment): check(anchor: fragment, in: [variant], at: place)
    case .entry(let number, let fragment?):
      let variants = entries[number].variants.values.sorted { $0.file.path < $1.file.path }
      check(anchor: fragment, in: variants, at: place)
    case .entry, .attachment, .path, .external: break
    }
  }

  private mutating func check(anchor: String, in variants: [Variant], at place: Place) {
    let anchors = variants.flatMap { $0.body?.headings.map(\.id) ?? [] }
    guard !anchor.isEmpty, !anchors.contains(anchor), let file = variants.first?.file.path else { return }
    let nearest = Suggestion.nearest(to: anchor, in: anchors).map { "#\($0)" }
    diagnostics.append(SiteProblem.brokenAnchor(anchor, file: file, nearest: nearest).at(place))
  }

  /// The menu and the legal pages.
  mutating func checkNames() {
    let configuration = content.configuration
    let pageSections = Set(content.kinds.filter { !$0.hasSection }.map(\.section))
    let sections = Set(content.kinds.filter(\.hasSection).map(\.section)).union(["topics", "countries"])
    let pages =
      content.entries.filter { !$0.kind.hasSection }.map(\.key)
      + content.unread.filter { pageSections.contains($0.section) }.map(\.key)
    for item in configuration.menu ?? [] where !sections.contains(item.value) && !pages.contains(item.value) {
      let nearest = Suggestion.nearest(to: item.value, in: sections.union(pages))
      diagnostics.append(SiteProblem.unknownMenuItem(item.value, nearest: nearest).at(item.place))
    }
    for legal in configuration.legal where !pages.contains(legal.page.value) {
      let nearest = Suggestion.nearest(to: legal.page.value, in: pages)
      diagnostics.append(
        SiteProblem.unknownLegalPage(legal.page.value, nearest: nearest).at(legal.page.place))
    }
  }
}
