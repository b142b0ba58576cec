import CommonMark
import Content
import SiteGraph
import Templating

/// An entry as templates see it, on its own page and in lists. Everything is computed when it is asked for.
final class EntryObject: TemplateObject {
  let localized: LocalizedSite
  let edition: Edition
  let entry: Entry
  /// Whether this is the page's own entry, and not one that the page tells of.
  private let isPage: Bool

  init(_ edition: Edition, in localized: LocalizedSite, isPage: Bool = false) {
    self.localized = localized
    self.edition = edition
    self.isPage = isPage
    entry = localized.site.entries[edition.entry]
  }

  /// The names that all kinds' entries have, apart from their fields.
  static let commonNames = [
    "kind", "key", "title", "body", "body_language", "toc", "url", "permalink", "canonical", "language",
    "direction", "original_language", "state", "is_fallback", "translations", "alternates", "breadcrumbs",
    "template", "params", "previous", "next", "feed", "feeds", "section", "dated", "social", "json_ld",
    "hidden", "map", "calendar", "is_upcoming", "planned", "files", "related", "matches",
  ]

  /// The page's own entry has its body under the page's headings, and other ids.
  var identity: ObjectIdentity? { isPage ? nil : ObjectIdentity(Self.self, edition.entry) }

  var attributeNames: [String] {
    Self.commonNames + entry.kind.fields.map(\.name) + localized.backLinks(of: entry.kind)
  }

  func attribute(_ name: String) -> Value? {
    let site = localized.site
    switch name {
    case "kind": return .string(entry.kind.name)
    case "key": return .string(entry.key)
    case "title": return Value(title)
    case "body": return body
    case "body_language": return Value(bodyVariant?.language)
    case "toc": return tableOfContents
    case "url": return .string(site.url(edition.path))
    case "permalink": return .string(site.permalink(edition.path))
    case "canonical": return .string(canonical)
    case "language": return .string(localized.tag)
    case "direction": return .string(localized.language.isRightToLeft ? "rtl" : "ltr")
    case "original_language": return .string(entry.originalLanguage)
    case "state": return .string(edition.state.rawValue)
    case "is_fallback": return .boolean(edition.state == .missing)
    case "translations": return PageLinks(localized).value(ofTranslations: translations)
    case "alternates": return PageLinks(localized).value(of: alternates)
    case "breadcrumbs":
      let breadcrumbs = Breadcrumbs(localized)
      return breadcrumbs.value(of: breadcrumbs.crumbs(for: entry))
    case "template": return .string(templateName)
    case "previous": return neighbour(localized.neighbours(of: edition.entry).previous)
    case "next": return neighbour(localized.neighbours(of: edition.entry).next)
    case "feed": return .string(site.url(feed.path(.atom)))
    case "feeds": return feed.value(in: site)
    case "social": return socialCard.value
    case "json_ld": return Value(jsonLD: EntrySchema(self).bytes())
    case "section": return .string(entry.kind.hasSection ? entry.kind.section : entry.key)
    case "dated": return Value(date?.description)
    case "calendar": return Value(calendar.map { site.url($0) })
    case "planned": return Value(planned?.description)
    case "is_upcoming": return .boolean(site.isUpcoming(edition.entry))
    case "params": return params
    case "map": return MapObject.locator(of: edition.entry, in: localized)
    case "hidden":
      guard site.options.showsDrafts else { return Value.none }
      return Value(site.reasonToHide(edition.entry, in: localized.tag)?.rawValue)
    case "files": return .list(files.map(\.value))
    case "related": return .list(site.related.related(to: edition.entry).compactMap { localized.entry($0) })
    case "matches": return MatchValues(localized).value(ofMatchesOf: edition.entry)
    case "countries": return .list(entry.areas.compactMap { localized.area($0) })
    default: break
    }
    if let field = entry.kind.field(name) { return FieldValues(self).value(of: field) }
    if localized.backLinks(of: entry.kind).contains(name) {
      let entries = site.relations[edition.entry].backLinks[name] ?? []
      return .list(entries.compactMap { localized.entry($0) })
    }
    return nil
  }

  // MARK: Texts

  var title: LabelText { entry.title(in: localized.tag, available: isAvailable) }

  /// Whether a language's variant counts: drafts do not, unless they are shown.
  func isAvailable(_ language: String) -> Bool {
    localized.site.options.showsDrafts || !(entry.variants[language]?.isDraft ?? false)
  }

  /// The variant of the reader's language, where it counts.
  var variant: Variant? { isAvailable(localized.tag) ? entry.variants[localized.tag] : nil }

  /// The variant whose body readers get.
  var bodyVariant: Variant? { bodyVariant(in: localized.tag) }

  /// The variant whose body a language's readers get: their language's, else the original.
  private func bodyVariant(in language: String) -> Variant? {
    if isAvailable(language), let variant = entry.variants[language], variant.hasBody { return variant }
    return entry.original.flatMap { $0.hasBody ? $0 : nil }
  }

  private var body: Value {
    guard let variant = bodyVariant, let html = html(absolute: false) else { return .none }
    return .text(Text(utf8: html, isSafe: true, language: variant.language))
  }

  /// The body's HTML.
  ///
  /// - Parameter absolute: Whether addresses are written in full, for feeds.
  func html(absolute: Bool) -> [UInt8]? {
    guard let variant = bodyVariant, let text = variant.body else { return nil }
    return BodyWriter(
      localized: localized, edition: edition, file: variant.file, isAbsolute: absolute, isBody: isPage,
      idPrefix: absolute ? "" : idPrefix
    ).html(of: text)
  }

  /// What the ids in the entry's texts begin with.
  var idPrefix: String { isPage ? "" : "\(entry.kind.name)-\(entry.key)-" }

  private var tableOfContents: Value {
    guard let variant = bodyVariant, let text = variant.body else { return .list([]) }
    return TableOfContents(language: variant.language, idPrefix: idPrefix)
      .value(of: text.headings.filter { !$0.id.isEmpty })
  }

  /// The original's, with the variant's in their place.
  private var params: Value {
    .record(
      [entry.original, variant].flatMap { variant -> [(String, Value)] in
        guard case .data(.map(let members))? = variant?.fields["params"]?.value else { return [] }
        return members.map { ($0.key, Value($0.value)) }
      })
  }

  // MARK: Addresses

  /// The absolute address of the page, or of the original's where this one only stands in for it.
  var canonical: String {
    let original = edition.state == .missing ? localized.site.originalEdition(of: edition.entry) : nil
    return localized.site.permalink((original ?? edition).path)
  }

  /// The entry's pages in all languages that have one, in the languages' order.
  private var pages: [Edition] {
    localized.site.editions.compactMap { $0[edition.entry] }.filter(\.hasPage)
  }

  private var translations: [PageLinks.Translation] {
    pages.filter { $0.language != localized.number }.map {
      let tag = localized.site.languages[$0.language].tag
      return PageLinks.Translation(
        language: $0.language, path: $0.path, state: $0.state, bodyLanguage: bodyVariant(in: tag)?.language)
    }
  }

  /// What hreflang names: this page and its siblings, as far as they are translated; none of a page that
  /// only stands in for one.
  var alternates: [Alternate] {
    guard edition.state != .missing else { return [] }
    let siblings = pages.filter { $0.state != .missing }.map { (language: $0.language, path: $0.path) }
    let original = localized.site.originalEdition(of: edition.entry)
    return PageLinks(localized).alternates(siblings, fallback: original?.path)
  }

  var templateName: String { variant?.fields["template"]?.value.text ?? "\(entry.kind.name).html" }

  /// The entry's own feed, else that of the site.
  private var feed: FeedAddress {
    entry.kind.hasFeed && edition.hasPage
      ? localized.feed(of: title, page: edition.path) : localized.homeFeed
  }

  /// The path of an event's own calendar, beside the page that its readers are led to.
  var calendar: String? {
    entry.kind.name == "event" ? edition.path + EventCalendar.eventName : nil
  }

  // MARK: Dates

  /// The value of the kind's date field.
  var date: LocalDateTime? { entry.kind.dateField.flatMap { entry.shared[$0]?.value.time } }

  /// Whether the day of its kind is that of its publication, as of news; that of an event is the day it begins.
  var isPublication: Bool { entry.kind.hidesFuture }

  /// The day for which it was planned before it was moved to another: that in its file's name.
  var planned: CalendarDate? {
    guard let planned = entry.original?.file.date, let date, planned != date.date else { return nil }
    return planned
  }

  /// The day of the last change that the content tells of.
  var updated: CalendarDate? {
    [variant, bodyVariant].lazy.compactMap { $0?.fields["updated"]?.value.date }.first ?? date?.date
  }

  /// The same for sitemaps; `nil` for what is still to come: nothing was changed on a day after today.
  var lastModified: CalendarDate? { updated.flatMap { $0 <= localized.site.options.today ? $0 : nil } }

  private func neighbour(_ number: Int?) -> Value { number.flatMap { localized.entry($0) } ?? .none }
}

extension LocalizedSite {
  /// The feed of the home page.
  var homeFeed: FeedAddress { FeedAddress(title: name.text, page: "/\(tag)/") }

  /// The feed of a page with a title.
  func feed(of title: LabelText, page: String) -> FeedAddress {
    FeedAddress(title: "\(name.text): \(title.text)", page: page)
  }

  /// An entry as templates see it; `nil` where this language's readers do not see it.
  func entry(_ number: Int) -> Value? {
    edition(number).map { .object(EntryObject($0, in: self)) }
  }
}
