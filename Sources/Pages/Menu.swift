import Content
import SiteGraph
import Templating

/// The site's menu and the legal pages of its footer, in one language.
struct Menu {
  private let localized: LocalizedSite
  /// The sections that have a list page.
  private let shownSections: Set<String>
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite, shownSections: Set<String>) {
    self.localized = localized
    self.shownSections = shownSections
  }

  /// What site.yml lists; by default the sections, then the pages with `menu:` in its order.
  var items: [Value] {
    if let menu = site.configuration.menu { return menu.compactMap { section($0.value) ?? page($0.value) } }
    let pages = site.entries.indices.compactMap { number -> (order: Int, number: Int)? in
      guard case .count(let order)? = site.entries[number].shared["menu"]?.value else { return nil }
      return (order, number)
    }
    return site.kinds.compactMap { section($0.section) }
      + pages.sorted { ($0.order, $0.number) < ($1.order, $1.number) }.compactMap { page($0.number) }
  }

  var legal: [Value] { site.configuration.legal.compactMap { page($0.page.value) } }

  private func section(_ name: String) -> Value? {
    guard shownSections.contains(name) else { return nil }
    return SectionLinks(localized, shownSections: shownSections).value(of: name)
  }

  private func page(_ key: String) -> Value? {
    site.entries.firstIndex { !$0.kind.hasSection && $0.key == key }.flatMap { page($0) }
  }

  private func page(_ number: Int) -> Value? {
    guard let edition = localized.edition(number) else { return nil }
    let object = EntryObject(edition, in: localized)
    return item(object.entry.key, object.title, edition.path)
  }

  private func item(_ key: String, _ title: LabelText, _ path: String) -> Value {
    .record([("key", .string(key)), ("title", Value(title)), ("url", .string(site.url(path)))])
  }
}
