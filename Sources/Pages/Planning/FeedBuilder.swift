import CommonMark
import Content
import SiteGraph

/// Makes the feeds of one language.
struct FeedBuilder: Sendable {
  /// How many entries a feed has at most.
  private static let length = 20

  private let localized: LocalizedSite
  private let order: FeedOrder
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
    order = FeedOrder(localized)
  }

  /// A feed of the first of the given entries that are dated and seen by this language's readers.
  ///
  /// - Parameter name: What the feed is called in its tag URI, stable over changes of address: `news`, `topics/wind`.
  func feed(name: String, address: FeedAddress, entries: [Int]) -> Feed {
    let objects = order.sorted(entries).prefix(Self.length).compactMap { localized.edition($0) }
      .map { EntryObject($0, in: localized) }
    return Feed(
      id: tagURI(date: .epoch, "\(localized.tag)/\(name)"), title: address.title,
      language: localized.tag, address: address, author: localized.name.text, items: objects.map(item))
  }

  /// The feed in a format.
  func bytes(of feed: Feed, as format: FeedAddress.Format) -> [UInt8] {
    switch format {
    case .atom: AtomFeed(feed: feed, site: site).bytes()
    case .json: JSONFeed(feed: feed, site: site).bytes()
    }
  }

  private func item(_ object: EntryObject) -> Feed.Item {
    // A page that only stands in for the original is the original's entry.
    let language = object.edition.state == .missing ? object.entry.originalLanguage : localized.tag
    let published = object.isPublication ? object.date?.date : nil
    // Nothing was changed on a day that is to come: what begins then is news of today, until its `updated` says more.
    let changed = object.lastModified ?? site.options.today
    return Feed.Item(
      id: tagURI(date: Self.day(inNameOf: object.entry), "\(object.entry.identifier)/\(language)"),
      title: object.title.text, titleLanguage: object.title.language ?? language, permalink: object.canonical,
      language: language, published: published?.description,
      updated: max(changed, published ?? changed).description,
      summary: object.text(of: "summary").map { ($0.text, $0.language ?? language) },
      content: object.html(absolute: true).map { ($0, object.bodyVariant?.language ?? language) },
      author: object.shared("source")?.record?["name"]?.value.text ?? localized.name.text,
      image: object.picture?.permalink, tags: object.topics.map { localized.title(ofTopic: $0).text })
  }

  /// The day of publication, where the file's name begins with it, so that it changes no more than that name.
  /// Other days do not belong into ids: they can be put off, and those to come are forbidden (RFC 4151, section 2.1).
  private static func day(inNameOf entry: Entry) -> CalendarDate {
    guard entry.kind.hidesFuture else { return .epoch }
    return CalendarDate(entry.key.prefix(10)) ?? .epoch
  }

  /// A tag URI (RFC 4151). Its host is site.yml's, whatever address this build is made for.
  private func tagURI(date: CalendarDate, _ name: String) -> String {
    let base = site.configuration.baseURL
    return "tag:\(base.host),\(date):\(base.folder)\(name)"
  }
}

extension BaseURL {
  /// What permanent ids begin with after the host, since two sites of one host differ by the path.
  var folder: String { path.isEmpty ? "" : "\(path.dropFirst())/" }
}
