import CommonMark
import Content
import SiteGraph

/// Makes the feeds of one language.
struct FeedBuilder: Sendable {
  /// How many entries a feed has at most.
  private static let length = 20
  /// The day of feeds without entries: a feed must have one, and nothing may depend on the clock.
  private static let epoch = "1970-01-01"

  private let localized: LocalizedSite
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
  }

  /// A feed of the newest of the given entries that are dated and seen by this language's readers.
  ///
  /// - Parameters:
  ///   - name: What the feed is called in its tag URI, stable over changes of address: `news`, `topics/wind`.
  ///   - page: The path of the page that the feed belongs to.
  ///   - entries: Newest first.
  func feed(name: String, title: String, path: String, page: String, entries: [Int]) -> [UInt8] {
    let objects = entries.lazy.compactMap { localized.edition($0) }
      .map { EntryObject($0, in: localized) }.filter { $0.updated != nil }.prefix(Self.length)
    return AtomFeed(
      id: tagURI(date: Self.epoch, "\(localized.tag)/\(name)"), title: title, language: localized.tag,
      selfLink: site.permalink(path), alternateLink: site.permalink(page), author: localized.name.text,
      entries: objects.map(entry), epoch: Self.epoch
    ).xml()
  }

  private func entry(_ object: EntryObject) -> AtomFeed.Entry {
    // A page that only stands in for the original is the original's entry.
    let language = object.edition.state == .missing ? object.entry.originalLanguage : localized.tag
    let updated = object.updated?.description ?? Self.epoch
    let published = object.date?.date.description ?? updated
    let summary = object.entry.kind.field("summary").flatMap {
      object.entry.value(of: $0, in: localized.tag, available: object.isAvailable)
    }
    return AtomFeed.Entry(
      id: tagURI(date: published, "\(object.entry.identifier)/\(language)"),
      title: object.title.text, titleLanguage: object.title.language ?? language, permalink: object.canonical,
      language: language, published: published, updated: max(updated, published),
      summary: summary.flatMap { found in found.value.value.text.map { ($0, found.language) } },
      content: object.html(absolute: true).map { ($0, object.bodyVariant?.language ?? language) },
      author: object.entry.shared["source"]?.value.record?["name"]?.value.text ?? localized.name.text)
  }

  /// A tag URI (RFC 4151). Its host is site.yml's, whatever address this build is made for.
  private func tagURI(date: String, _ name: String) -> String {
    let base = site.configuration.baseURL
    // Two sites of one host differ by the path.
    let folder = base.path.isEmpty ? "" : "\(base.path.dropFirst())/"
    return "tag:\(base.host),\(date):\(folder)\(name)"
  }
}
