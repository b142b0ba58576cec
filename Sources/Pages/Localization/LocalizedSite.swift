import Content
import Foundation
import SiteGraph
import Templating

/// The site as the readers of one language see it: its strings, its dates, its numbers, its order.
final class LocalizedSite: Sendable {
  let site: Site
  /// The language's number in ``Site/languages``.
  let number: Int
  let language: Language
  let strings: Strings
  /// The strings of all the site's languages, for labels inside a text that is in another language.
  let stringsByLanguage: [String: Strings]
  let dates: DateTexts
  let listing: Listing
  let fileSizes: FileSizeText
  let languageNames: LanguageNames
  let wholeNumbers: IntegerFormatStyle<Int>
  let decimalNumbers: FloatingPointFormatStyle<Double>
  let defaultLanguage: Int
  /// Areas in the order of this language's readers.
  let sortedAreas: [Int]
  let cartography: Cartography
  /// The path of the page that explains the data, `nil` where there is none.
  let dataPage: String?
  /// The path of the calendar of all events, `nil` where there is none.
  let calendar: String?
  /// The path of the page of matches, `nil` where there is none.
  let matchesPage: String?
  /// Whether there is a template for the documents and links on a topic.
  let hasKnowledge: Bool
  /// The topics on which there is something to read in each language, by language number.
  let topicsWithKnowledge: [Set<Int>]
  /// The path of the page that searches, `nil` where there is none.
  let searchPage: String?
  /// An entry's position among those of its kind, the latest first, by entry number; -1 where it is not listed.
  private let positions: [Int32]
  /// The names under which each kind's entries know those that refer to them.
  private let backLinkNames: [String: [String]]

  /// - Parameters:
  ///   - templates: The templates of pages that exist only where there is one for them.
  ///   - hasCalendar: Whether there is a list of events.
  ///   - hasSearchPage: Whether there are a template and an index for the page that searches.
  init(
    _ site: Site, language number: Int, stringsByLanguage: [String: Strings], cartography: Cartography,
    templates: Set<String> = [], hasCalendar: Bool = false, hasSearchPage: Bool = false
  ) {
    let language = site.languages[number]
    self.site = site
    self.number = number
    self.language = language
    strings = stringsByLanguage[language.tag] ?? Strings(language: language.tag, entries: [:])
    self.stringsByLanguage = stringsByLanguage
    self.cartography = cartography
    dates = DateTexts(locale: language.locale)
    listing = Listing(locale: language.locale)
    fileSizes = FileSizeText(locale: language.locale)
    languageNames = LanguageNames(locale: language.locale)
    wholeNumbers = IntegerFormatStyle<Int>(locale: Locale(identifier: language.locale))
    decimalNumbers = FloatingPointFormatStyle<Double>(locale: Locale(identifier: language.locale))
    defaultLanguage = site.languages.firstIndex { $0.tag == site.configuration.defaultLanguage } ?? 0
    sortedAreas = Collation(locale: language.locale).sorted(
      Array(site.areas.indices), by: { site.areas[$0].names[number].text }, tieBreak: { site.areas[$0].key })
    var positions = [Int32](repeating: -1, count: site.entries.count)
    for section in site.sections[number] {
      for (position, entry) in section.newestFirst.enumerated() { positions[entry] = Int32(position) }
    }
    self.positions = positions
    dataPage =
      templates.contains(LanguagePlanner.dataTemplate) && Self.isFree(Self.dataPage, in: site)
      ? Self.dataPage(of: language) : nil
    calendar = hasCalendar ? "/\(language.tag)/\(EventCalendar.name)" : nil
    matchesPage =
      templates.contains(LanguagePlanner.matchesTemplate) && site.matching.hasTwoSides
      ? Self.matchesPage(of: language) : nil
    hasKnowledge = templates.contains(LanguagePlanner.knowledgeTemplate)
    topicsWithKnowledge = hasKnowledge ? Self.topicsWithKnowledge(site) : []
    searchPage =
      hasSearchPage && Self.hasFindablePages(site, language: number) && Self.isFree(Self.searchPage, in: site)
      ? Self.searchPage(of: language) : nil
    backLinkNames = Self.backLinkNames(site.kinds)
  }

  static func backLinkNames(_ kinds: [Kind]) -> [String: [String]] {
    var names: [String: Set<String>] = [:]
    for field in kinds.flatMap(\.fields) {
      for target in field.type.referencedKinds {
        names[target, default: []].formUnion([field.backLink, field.peerLink].compactMap { $0 })
      }
    }
    return names.mapValues { $0.sorted() }
  }

  static func dataPage(of language: Language) -> String { "/\(language.tag)/data/" }

  static func searchPage(of language: Language) -> String {
    "/\(language.tag)/\(language.section(searchSection))/"
  }

  /// The name under `sections:` of the page that searches.
  static let searchSection = "search"

  /// Whether no page of the site's own is at one of a page's addresses: it goes before ours in all languages.
  private static func isFree(_ page: (Language) -> String, in site: Site) -> Bool {
    let pages = Set(site.languages.map(page))
    return !site.editions.joined().contains { $0.map { pages.contains($0.path) } ?? false }
  }

  /// Whether there is something to find: without it, Pagefind would search another language.
  static func hasFindablePages(_ site: Site, language: Int) -> Bool {
    site.editions[language].contains { $0?.isFindable ?? false }
  }

  var tag: String { language.tag }

  func edition(_ entry: Int) -> Edition? { site.editions[number][entry] }

  /// The entries that this language's readers see, in the given order.
  func listed(_ entries: [Int]) -> [Int] { entries.filter { edition($0) != nil } }

  /// The names of the back-links that entries of a kind have, sorted.
  func backLinks(of kind: Kind) -> [String] { backLinkNames[kind.name] ?? [] }

  /// The entries before (older) and after (newer) an entry of a dated kind.
  func neighbours(of entry: Int) -> (previous: Int?, next: Int?) {
    let kind = site.entries[entry].kind
    guard kind.dateField != nil, positions[entry] >= 0,
      let entries = site.section(of: kind.name, language: number)?.newestFirst
    else { return (nil, nil) }
    let position = Int(positions[entry])
    return (
      position + 1 < entries.count ? entries[position + 1] : nil,
      position > 0 ? entries[position - 1] : nil
    )
  }

  /// The news and what else is published on a day that refer to an entry, newest first.
  func publications(about entry: Int) -> [Int] {
    let others = Set(site.relations[entry].backLinks.values.joined())
    return others.filter { site.entries[$0].kind.hidesFuture && positions[$0] >= 0 }
      .sorted { (positions[$0], $0) < (positions[$1], $1) }
  }

  /// A string of the site, or its key where there is none.
  func string(_ key: String) -> LabelText {
    guard let found = strings.text(key) else { return LabelText(text: key, language: nil) }
    return LabelText(text: found.text, language: found.language)
  }

  /// A text of the site's own, in this language or the next best.
  func text(_ text: LocalizedText) -> LabelText? {
    text.text(in: tag, others: [site.configuration.defaultLanguage] + site.languages.map(\.tag))
      .map { LabelText(text: $0.text, language: $0.language) }
  }

  var name: LabelText { text(site.configuration.name) ?? LabelText(text: "", language: nil) }

  var tagline: LabelText? { site.configuration.tagline.flatMap { text($0) } }

  func title(ofTopic number: Int) -> LabelText {
    let topic = site.topics[number].topic
    return text(topic.label) ?? LabelText(text: topic.key, language: nil)
  }

  /// Topics in the order of this language's readers.
  var sortedTopics: [Int] {
    Collation(locale: language.locale).sorted(
      Array(site.topics.indices), by: { title(ofTopic: $0).text }, tieBreak: { site.topics[$0].topic.key })
  }

}

extension LocalizedSite {
  /// What the page for addresses that do not exist says to the readers of another language.
  func notFoundVersion(in other: Language) -> Value {
    func text(_ key: String) -> Value {
      guard let found = stringsByLanguage[other.tag]?.text(key) else { return .string(key) }
      return .text(Text(found.text, language: found.language))
    }
    return .record([
      ("language", .string(other.tag)), ("title", text("not_found")), ("text", text("not_found_text")),
      ("url", .string(site.url("/\(other.tag)/"))), ("label", .text(Text(other.label, language: other.tag))),
    ])
  }
}

extension FieldType {
  /// The kinds that a field of this type refers to.
  var referencedKinds: [String] {
    switch self {
    case .reference(let kinds, _): kinds
    case .list(let element): element.referencedKinds
    default: []
    }
  }
}

extension Edition {
  /// Whether searches find the page: one that stands in for a missing translation is found in the language that it is in.
  var isFindable: Bool { hasPage && state != .missing }
}
