import Content
import SiteGraph
import Templating

/// A page that is no entry: home, list, term, 404. Has the values that every page has.
struct PageHead: Sendable {
  var kind: String
  var template: String
  var title: LabelText
  var summary: LabelText?
  /// The path below the site's root.
  var path: String
  /// The same page in the languages that have it, this one among them.
  var siblings: [(language: Int, path: String)]
  /// Where a list begins in each language: what the switch leads to from its later pages, which have no siblings.
  var beginnings: [(language: Int, path: String)] = []
  /// What readers of other languages get, if not the default language's sibling.
  var standard: String?
  var breadcrumbs: [Crumb]
  /// The feed that belongs to the page, or to its home page.
  var feed: FeedAddress
  var section: String?
  /// `false` of what readers see instead of a page: it is nowhere to be found or shared.
  var isFound = true

  func alternates(in localized: LocalizedSite) -> [Alternate] {
    PageLinks(localized).alternates(siblings, standard: siblings.isEmpty ? nil : standard)
  }

  /// The path of the calendar that belongs to the page: the home page and the list of events have that of all events.
  private func calendar(in localized: LocalizedSite) -> String? {
    ["home", "event-list"].contains(kind) ? localized.calendar : nil
  }

  /// The page as templates see it.
  func object(in localized: LocalizedSite, _ more: AttributeObject.Attributes = []) -> any TemplateObject {
    let site = localized.site
    let links = PageLinks(localized)
    let translations = (siblings.isEmpty ? beginnings : siblings).filter { $0.language != localized.number }
      .map {
        PageLinks.Translation(language: $0.language, path: $0.path, state: .full)
      }
    return AttributeObject(
      [
        ("kind", .string(kind)), ("key", .none), ("title", Value(title)), ("summary", Value(summary)),
        ("body", .none), ("body_language", .none), ("toc", .list([])), ("url", .string(site.url(path))),
        ("permalink", .string(site.permalink(path))),
        ("canonical", isFound ? .string(site.permalink(path)) : .none),
        ("language", .string(localized.tag)),
        ("direction", .string(localized.language.isRightToLeft ? "rtl" : "ltr")),
        ("original_language", .string(localized.tag)), ("state", .string("full")),
        ("is_fallback", .boolean(false)), ("translations", links.value(ofTranslations: translations)),
        ("alternates", links.value(of: alternates(in: localized))),
        ("breadcrumbs", Breadcrumbs(localized).value(of: breadcrumbs)),
        ("template", .string(template)), ("params", .record([])),
        ("feed", .string(site.url(feed.path(.atom)))),
        ("feeds", feed.value(in: site)),
        ("section", Value(section)), ("dated", .none), ("hidden", .none), ("planned", .none),
        ("is_upcoming", .boolean(false)),
        ("calendar", Value(calendar(in: localized).map { site.url($0) })),
        ("social", isFound ? socialCard(in: localized).value : .list([])),
        ("json_ld", Value(jsonLD: PageSchema(head: self, localized: localized).bytes())),
      ] + more)
  }
}
