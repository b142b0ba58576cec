import CommonMark
import Content
import SiteGraph
import Templating

/// The ways to choose from the list of clusters, and from lists of what is published on a day.
struct SectionFacets: Sendable {
  private static let statuses = ["founding", "member", "candidate", "guest", "former"]
  private static let stakeholders = [
    "companies", "universities", "research_institutions", "public_authorities",
  ]

  /// Those that choose something, in the order of the page.
  let facets: [Facet]
  /// The facets whose terms have pages below the list.
  private(set) var own: [Facet] = []

  private let localized: LocalizedSite
  private let section: Section
  private var site: Site { localized.site }

  /// - Parameter section: A section of the language.
  init(_ section: Section, in localized: LocalizedSite) {
    self.localized = localized
    self.section = section
    guard section.path != nil, section.kind.name == "cluster" || section.kind.hidesFuture else {
      facets = []
      return
    }
    let site = localized.site
    let entries = section.entries
    let listed = Set(entries)
    func facet(_ name: String, _ label: String, _ terms: [Facet.Term]) -> Facet {
      Facet(name: name, label: localized.string(label), terms: terms.filter { !$0.entries.isEmpty })
    }
    var facets = [
      facet(
        "country", "countries",
        localized.sortedAreas.map { number in
          let node = site.areas[number]
          return Facet.Term(
            key: node.key, title: node.names[localized.number], path: node.paths[localized.number],
            entries: node.entries.filter(listed.contains))
        }),
      facet(
        "topic", "topics",
        localized.sortedTopics.map { number in
          let node = site.topics[number]
          return Facet.Term(
            key: node.topic.key, title: localized.title(ofTopic: number), path: node.paths[localized.number],
            entries: node.entries.filter(listed.contains))
        }),
    ]
    let pages = FacetPages(section.kind, localized)
    if section.kind.name == "cluster" {
      own = [
        facet(
          "stakeholders", "stakeholders",
          Self.stakeholders.map { group in
            pages.term(group, localized.string(group), folder: "stakeholders", slug: group, listed: entries) {
              Self.has(group, $0)
            }
          }),
        facet(
          "status", "status",
          Self.statuses.map { status in
            let key = "status_\(status)"
            return pages.term(
              status, localized.string(key), folder: "status", slug: key, else: status, listed: entries
            ) { $0.shared["status"]?.value.text == status }
          }),
      ]
    } else {
      let years = Set(entries.compactMap { site.entries[$0].year }).sorted(by: >)
      own = [
        facet(
          "year", "year",
          years.map { year in
            let title = LabelText(text: String(year), language: nil)
            return pages.term(String(year), title, listed: entries) { $0.year == year }
          })
      ]
    }
    facets += own
    self.facets = facets.filter { !$0.terms.isEmpty }
  }

  /// `page.filters` and `page.filter_index` of the list.
  ///
  /// - Parameter list: The path of the list's first page.
  func values(in localized: LocalizedSite, list: String) -> AttributeObject.Attributes {
    let filters = facets.map { facet -> Value in
      .record([
        ("name", .string(facet.name)), ("label", Value(facet.label)),
        (
          "terms",
          .list(
            facet.terms.map { term in
              .record([
                ("key", .string(term.key)), ("title", Value(term.title)),
                ("url", .string(localized.site.url(term.path))), ("count", .integer(term.entries.count)),
              ])
            })
        ),
      ])
    }
    return [
      ("filters", .list(filters)), ("list_url", .string(localized.site.url(list))),
      (
        "filter_index",
        facets.isEmpty ? .none : .string(localized.site.url(list + FilterIndex.name))
      ),
    ]
  }

  /// Whether a cluster has any of a group of stakeholders.
  private static func has(_ group: String, _ entry: Entry) -> Bool {
    guard case .count(let count)? = entry.shared["stakeholders"]?.value.record?[group]?.value else {
      return false
    }
    return count > 0
  }
}

/// The pages of a kind's entries by a term, in all languages.
private struct FacetPages {
  private let kind: Kind
  private let localized: LocalizedSite
  /// All visible entries of the kind.
  private let members: [Int]

  init(_ kind: Kind, _ localized: LocalizedSite) {
    self.kind = kind
    self.localized = localized
    members = localized.site.entries.indices.filter { localized.site.entries[$0].kind.name == kind.name }
  }

  /// - Parameters:
  ///   - folder: The string that names what comes before the term in the address; `nil` for a term right below the list.
  ///   - slug: The string that names the term in the address; `nil` for its key.
  ///   - fallback: Stands in the address of languages without Latin letters, in the place of the string's key.
  ///   - listed: The entries of the list.
  func term(
    _ key: String, _ title: LabelText, folder: String? = nil, slug: String? = nil,
    else fallback: String? = nil,
    listed: [Int], _ isMember: (Entry) -> Bool
  ) -> Facet.Term {
    let site = localized.site
    let all = members.filter { isMember(site.entries[$0]) }
    let siblings = site.languages.indices.compactMap { language -> (language: Int, path: String)? in
      guard all.contains(where: { site.editions[language][$0] != nil }),
        let list = site.section(of: kind.name, language: language)?.path
      else { return nil }
      let parts = [
        folder.map { part($0, language) }, slug.map { part($0, language, else: fallback) } ?? key,
      ]
      return (language, list + parts.compactMap { $0 }.map { "\($0)/" }.joined())
    }
    let chosen = Set(all)
    return Facet.Term(
      key: key, title: title, path: siblings.first { $0.language == localized.number }?.path ?? "",
      entries: listed.filter(chosen.contains), siblings: siblings)
  }

  /// A string in the letters of addresses; its key where the language does not write Latin ones.
  private func part(_ key: String, _ language: Int, else fallback: String? = nil) -> String {
    let tag = localized.site.languages[language].tag
    let string = localized.stringsByLanguage[tag]?.text(key)
    let slug = string.map { Slug.of($0.text, language: $0.language) } ?? ""
    let isPlain = !slug.isEmpty && slug.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? slug : (fallback ?? key).replacing("_", with: "-")
  }
}

extension Entry {
  /// The year of the day on which it is dated.
  fileprivate var year: Int? { kind.dateField.flatMap { shared[$0]?.value.date?.year } }
}
