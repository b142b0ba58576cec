import Content
import SiteGraph
import Templating

/// The lists of a site in one language: its sections, its topics, its countries.
struct SectionLinks {
  private let localized: LocalizedSite
  private let shownSections: Set<String>

  /// - Parameter shownSections: Those that have a page.
  init(_ localized: LocalizedSite, shownSections: Set<String>) {
    self.localized = localized
    self.shownSections = shownSections
  }

  /// As templates see them: key, title, url.
  var values: [Value] {
    let names = localized.site.kinds.filter(\.hasSection).map(\.section) + ["topics", "countries"]
    return names.filter(shownSections.contains).map { value(of: $0) }
  }

  func value(of section: String) -> Value {
    let path = "/\(localized.tag)/\(localized.language.section(section))/"
    return .record([
      ("key", .string(section)), ("title", Value(localized.string(section))),
      ("url", .string(localized.site.url(path))),
    ])
  }
}
