import Content
import SiteGraph
import Templating

/// The way from the home page to a page: its ancestors, without the page itself.
struct Breadcrumbs {
  private let localized: LocalizedSite
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
  }

  /// Through the country that the entry chooses, else its first, else through its section.
  func value(for entry: Entry) -> Value {
    let chosen = entry.shared["breadcrumb"]?.value.text ?? entry.areas.first
    if let area = chosen.flatMap({ site.area($0) }) { return .list([home] + areas(to: area)) }
    guard entry.kind.hasSection else { return .list([home]) }
    return .list([home, list(entry.kind.section)])
  }

  /// To a section or a list of terms.
  var toList: Value { .list([home]) }

  func value(forTopic number: Int) -> Value {
    var ancestors: [Value] = []
    var parent = site.topics[number].parent
    while let topic = parent {
      ancestors.insert(
        crumb(localized.title(ofTopic: topic), site.topics[topic].paths[localized.number]), at: 0)
      parent = site.topics[topic].parent
    }
    return .list([home, list("topics")] + ancestors)
  }

  func value(forArea number: Int) -> Value { .list([home] + areas(to: number).dropLast()) }

  private var home: Value { crumb(localized.string("home"), "/\(localized.tag)/") }

  private func list(_ section: String) -> Value {
    crumb(localized.string(section), "/\(localized.tag)/\(localized.language.section(section))/")
  }

  private func areas(to number: Int) -> [Value] {
    let ancestry = [site.areas[number].parent, number].compactMap { $0 }
    return [list("countries")]
      + ancestry.map { crumb(site.areas[$0].names[localized.number], site.areas[$0].paths[localized.number]) }
  }

  private func crumb(_ title: LabelText, _ path: String) -> Value {
    .record([
      ("title", Value(title)), ("url", .string(site.url(path))), ("permalink", .string(site.permalink(path))),
    ])
  }
}
