import CommonMark
import Content
import Diagnostics

/// Checks where the links and images of all entries lead, in their texts and in their fields.
struct LinkChecks {
  private let entries: [Entry]
  private let links: LinkResolver
  /// Whether texts can set anchors that nobody here knows of.
  private let allowsHTML: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// What the links lead to, so that pages need not find it again.
  private(set) var targets: [LinkPlace: LinkTarget] = [:]
  /// Paths of the site's pages that texts name as such (`/en/news/`), with their places.
  private(set) var paths: [Located<String>] = []

  init(entries: [Entry], links: LinkResolver, markdown: MarkdownOptions) {
    self.entries = entries
    self.links = links
    allowsHTML = markdown.html
    for entry in entries {
      for variant in entry.variants.values {
        if let body = variant.body { check(body, in: variant) }
        variant.forEachLeaf(of: entry.kind) { check($0, of: $1, in: variant) }
      }
    }
  }

  private mutating func check(_ text: RichText, in variant: Variant) {
    for link in text.links { check(link.destination, in: variant, at: link.place) }
    for image in text.images { check(image.source, in: variant, at: image.place, isFile: true) }
  }

  private mutating func check(_ value: Located<FieldValue>, of type: FieldType, in variant: Variant) {
    switch (value.value, type) {
    case (.text(let path), .file): check(path, in: variant, at: value.place, isFile: true)
    case (.text(let address), .link): check(address, in: variant, at: value.place)
    case (.markdown(let text), _): check(text, in: variant)
    default: break
    }
  }

  /// - Parameter isFile: Whether only a file will do.
  private mutating func check(
    _ destination: String, in variant: Variant, at place: Place, isFile: Bool = false
  ) {
    let key = LinkPlace(destination: destination, file: variant.file)
    let target = targets[key] ?? links.target(of: destination, in: variant.file)
    targets[key] = target
    switch target {
    case .missing where destination.isEmpty: diagnostics.append(SiteProblem.emptyLink.at(place))
    case .missing where links.leadsToUnread(destination, in: variant.file): break
    case .missing: reportMissing(destination, in: variant, at: place)
    case .hiddenEntry where isFile: reportMissing(destination, in: variant, at: place)
    case .path(let path, _) where isFile:
      if !links.isStatic(path) { reportMissing(destination, in: variant, at: place) }
    case .hiddenEntry: diagnostics.append(SiteProblem.hiddenLink(destination).at(place))
    case .fragment(let fragment): check(anchor: fragment, in: variant, at: place)
    case .entry(let number, let fragment?):
      let entry = entries[number]
      // The text that readers of this link's language come to.
      let languages = [links.language(in: destination), variant.language, entry.originalLanguage]
      let reached = languages.lazy.compactMap { $0.flatMap { entry.variants[$0] } }.first { $0.hasBody }
      check(anchor: fragment, in: reached ?? entry.original ?? variant, at: place)
    case .path(let path, _): paths.append(Located(path, at: place))
    case .external where isIncomplete(destination):
      let meant = WebAddress.meant(by: destination)
      diagnostics.append(SiteProblem.incompleteAddress(destination, meant: meant).at(place))
    case .entry, .attachment, .external: break
    }
  }

  /// Whether an address begins as one of those that Oresund knows and then is none.
  private func isIncomplete(_ destination: String) -> Bool {
    let scheme = destination.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) && !WebAddress.isLink(destination)
  }

  private mutating func reportMissing(_ destination: String, in variant: Variant, at place: Place) {
    let nearest = links.nearest(to: destination, in: variant.file)
    let problem: SiteProblem =
      destination.contains(".md")
      ? .brokenLink(destination, nearest: nearest) : .missingFile(destination, nearest: nearest)
    diagnostics.append(problem.at(place))
  }

  private mutating func check(anchor: String, in variant: Variant, at place: Place) {
    let anchors = variant.body?.headings.map(\.id) ?? []
    guard !allowsHTML, !anchor.isEmpty, !anchors.contains(PercentEncoding.decode(anchor[...])) else { return }
    let nearest = Suggestion.nearest(to: anchor, in: anchors).map { "#\($0)" }
    diagnostics.append(SiteProblem.brokenAnchor(anchor, file: variant.file.path, nearest: nearest).at(place))
  }
}
