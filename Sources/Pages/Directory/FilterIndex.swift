import Content
import Diagnostics
import SiteGraph

/// What the filters of a list know of all its entries, on whichever page of the list they stand: a file that is fetched
/// when somebody filters.
struct FilterIndex: Sendable {
  /// The name of the file beside the list.
  static let name = "filter.json"

  let facets: [Facet]
  /// The list's entries, in its order.
  let entries: [Int]
  let localized: LocalizedSite

  /// JSON: for each entry its address, title (with its language, where that is not the page's), a note, and the keys of
  /// the terms that choose it, by the name of the filter.
  func bytes() -> [UInt8] {
    var keys: [Int: [(name: String, keys: [String])]] = [:]
    for facet in facets {
      var terms: [Int: [String]] = [:]
      for term in facet.terms {
        for entry in term.entries { terms[entry, default: []].append(term.key) }
      }
      for (entry, found) in terms { keys[entry, default: []].append((facet.name, found)) }
    }
    var json = JSONText()
    json.object { json in
      json.array("entries") { json in
        for number in entries {
          guard let edition = localized.edition(number) else { continue }
          json.newline()
          json.object { write(EntryObject(edition, in: localized), keys: keys[number] ?? [], to: &$0) }
        }
      }
    }
    json.end()
    return json.bytes
  }

  private func write(
    _ object: EntryObject, keys: [(name: String, keys: [String])], to json: inout JSONText
  ) {
    json.member("url", localized.site.url(object.edition.path))
    let title = object.title
    json.member("title", title.text)
    if let language = title.language, language != localized.tag {
      json.member("lang", language)
      if let other = localized.site.configuration.language(language),
        other.isRightToLeft != localized.language.isRightToLeft
      {
        json.member("dir", other.isRightToLeft ? "rtl" : "ltr")
      }
    }
    json.member("note", note(on: object))
    for (name, keys) in keys { json.array(name) { json in keys.forEach { json.string($0) } } }
  }

  /// What stands beside the title: the day, or the country and the status.
  private func note(on object: EntryObject) -> String? {
    if let date = object.date { return localized.dates.text(date, .long) }
    let country = object.shared("country")?.text.flatMap { localized.site.area($0) }
      .map { localized.site.areas[$0].names[localized.number].text }
    let status = object.shared("status")?.text.map { localized.string("status_\($0)").text }
    return [country, status].compactMap { $0 }.joined(separator: " · ")
  }
}
