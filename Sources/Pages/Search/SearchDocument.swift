import CommonMark
import Content
import SiteGraph
import Templating

/// What readers of a language can find of an entry, as a document for Pagefind: its texts without the page around
/// them, so that a change of templates changes no index.
///
/// The document is in the page's language, and stemmed in it. A text in another language stands in an element
/// whose id is `lang:` and the language, so that results can say it.
struct SearchDocument {
  let object: EntryObject
  private var localized: LocalizedSite { object.localized }
  private var entry: Entry { object.entry }

  init(_ object: EntryObject) {
    self.object = object
  }

  func html() -> [UInt8] {
    var html = XMLText(prolog: "<!DOCTYPE html>\n")
    html.element("html", [("lang", localized.tag)]) { html in
      html.element("body", [("data-pagefind-body", "")]) { html in
        writeTitle(to: &html)
        for (name, value) in filters {
          html.tag("meta", [("data-pagefind-filter", "\(name)[content]"), ("content", value)])
        }
        html.tag("meta", [("data-pagefind-sort", "date[content]"), ("content", sortKey)])
        var texts = SearchTexts(language: localized.tag)
        texts.add(object.text(of: "summary"))
        texts.add(html: object.html(absolute: false), language: object.bodyVariant?.language)
        for field in entry.kind.fields where isFound(field) {
          texts.add(FieldValues(object).value(of: field), of: field.type)
        }
        texts.write(to: &html)
      }
    }
    return html.bytes
  }

  private func writeTitle(to html: inout XMLText) {
    let title = object.title
    html.element("h1", [("data-pagefind-meta", "title"), ("data-pagefind-ignore", "")]) {
      $0.text(title.text)
    }
    func meta(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      html.tag("meta", [("data-pagefind-meta", "\(name)[content]"), ("content", value)])
    }
    meta("lang", title.language == localized.tag ? nil : title.language)
    meta("kind", kind)
    meta("date", object.date.flatMap { localized.dates.text($0, .long) })
  }

  // MARK: Filters

  /// The values that readers choose from, in the page's language.
  private var filters: [(name: String, value: String)] {
    let site = localized.site
    var filters = [(name: "kind", value: kind)]
    filters += topics.map { ("topic", localized.title(ofTopic: $0).text) }
    filters += entry.areas.compactMap { site.area($0) }.map {
      ("country", site.areas[$0].names[localized.number].text)
    }
    filters += clusters.compactMap { localized.edition($0) }.map {
      ("cluster", EntryObject($0, in: localized).title.text)
    }
    return filters
  }

  /// The title of the section that the entry is in; pages that are in none are called alike.
  private var kind: String {
    localized.string(entry.kind.hasSection ? entry.kind.section : "search_page").text
  }

  /// The entry's topics, and those that these are part of.
  private var topics: [Int] {
    var topics: [Int] = []
    for topic in object.topics {
      var next: Int? = topic
      while let number = next, !topics.contains(number) {
        topics.append(number)
        next = localized.site.topics[number].parent
      }
    }
    return topics
  }

  /// The cluster itself, or those that the entry tells of.
  private var clusters: [Int] {
    if entry.kind.name == "cluster" { return [object.edition.entry] }
    var clusters: [Int] = []
    for field in entry.kind.fields where field.type.referencedKinds.contains("cluster") {
      for case .entry(let number) in object.references(field.name)
      where localized.site.entries[number].kind.name == "cluster" && !clusters.contains(number) {
        clusters.append(number)
      }
    }
    return clusters
  }

  /// What has no day comes last, since Pagefind leaves out what has nothing to be sorted by.
  private var sortKey: String { object.date?.description ?? "0000" }

  // MARK: Fields

  /// Whether a field has texts that readers look for. Title, summary and body stand apart; who can be reached, and how,
  /// is no business of a search.
  private func isFound(_ field: FieldDeclaration) -> Bool {
    guard field.class != .own, !["title", "summary", entry.kind.titleField].contains(field.name) else {
      return false
    }
    if case .record(let parts) = field.type { return !parts.contains { $0.name == "publish" } }
    return true
  }
}
