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
  func crumbs(for entry: Entry) -> [Crumb] {
    let chosen = entry.shared["breadcrumb"]?.value.text ?? entry.areas.first
    if let area = chosen.flatMap({ site.area($0) }) { return [home] + areas(to: area) }
    guard entry.kind.hasSection else { return [home] }
    return [home, list(entry.kind.section)]
  }

  /// To a section or a list of terms.
  var toList: [Crumb] { [home] }

  func crumbs(forTopic number: Int) -> [Crumb] {
    var ancestors: [Crumb] = []
    var parent = site.topics[number].parent
    while let topic = parent {
      ancestors.insert(
        Crumb(title: localized.title(ofTopic: topic), path: site.topics[topic].paths[localized.number]), at: 0
      )
      parent = site.topics[topic].parent
    }
    return [home, list("topics")] + ancestors
  }

  func crumbs(forArea number: Int) -> [Crumb] { [home] + areas(to: number).dropLast() }

  /// `page.breadcrumbs`.
  func value(of crumbs: [Crumb]) -> Value {
    .list(
      crumbs.map {
        .record([
          ("title", Value($0.title)), ("url", .string(site.url($0.path))),
          ("permalink", .string(site.permalink($0.path))),
        ])
      })
  }

  private var home: Crumb { Crumb(title: localized.string("home"), path: "/\(localized.tag)/") }

  private func list(_ section: String) -> Crumb {
    Crumb(
      title: localized.string(section), path: "/\(localized.tag)/\(localized.language.section(section))/")
  }

  private func areas(to number: Int) -> [Crumb] {
    let ancestry = [site.areas[number].parent, number].compactMap { $0 }
    return [list("countries")]
      + ancestry.map {
        Crumb(title: site.areas[$0].names[localized.number], path: site.areas[$0].paths[localized.number])
      }
  }
}
