import Content
import SiteGraph
import Templating

/// `site` as templates see it in one language. The lists are made once for all pages of the language.
enum SiteObject {
  static func make(_ localized: LocalizedSite, shownSections: Set<String>) -> any TemplateObject {
    let site = localized.site
    let menu = Menu(localized, shownSections: shownSections)
    func url(_ path: String) -> Value { .string(site.url(path)) }
    let languages = site.languages.map { language -> Value in
      .record([
        ("language", .string(language.tag)), ("label", .text(Text(language.label, language: language.tag))),
        ("name", .string(localized.languageNames.name(of: language.tag))),
        ("direction", .string(language.isRightToLeft ? "rtl" : "ltr")), ("url", url("/\(language.tag)/")),
      ])
    }
    let sections = site.sections[localized.number].map { section in
      (name: section.kind.section, value: Value.list(section.entries.compactMap { localized.entry($0) }))
    }
    return AttributeObject(
      [
        ("name", Value(localized.name)), ("tagline", Value(localized.tagline)),
        ("base_url", .string(site.baseURL.origin + site.baseURL.path)), ("root", url("/")),
        ("url", url("/\(localized.tag)/")), ("language", .string(localized.tag)),
        ("languages", .list(languages)), ("menu", .list(menu.items)), ("legal", .list(menu.legal)),
        ("topics", .list(localized.sortedTopics.map { .object(TopicObject($0, in: localized)) })),
        ("countries", .list(localized.sortedAreas.map { .object(AreaObject($0, in: localized)) })),
        ("map", MapObject.network(in: localized)), ("progress", ProgressObject.value(in: localized)),
        ("search", localized.searchPage.map { url($0) } ?? .none),
        ("data_page", localized.dataPage.map { url($0) } ?? .none), ("licence", licence(of: site)),
        ("calendar", Value(localized.calendar.map { site.url($0) })),
        ("matches_page", localized.matchesPage.map { url($0) } ?? .none),
        ("today", .string(site.options.today.description)),
        ("time_zone", .string(site.configuration.timeZone)), ("params", Value(site.configuration.params)),
      ] + sections, identity: ObjectIdentity(Self.self))
  }

  private static func licence(of site: Site) -> Value {
    guard let licence = site.configuration.licence else { return .none }
    return .record([("name", .string(licence.name)), ("url", Value(licence.url))])
  }
}
