import Content
import SiteGraph
import Templating

/// The pages that a network's relations make: who matches whom, what there is to read on a topic, and a list's entries
/// by status, stakeholders and year.
extension LanguagePlanner {
  static let matchesTemplate = "matches.html"
  static let knowledgeTemplate = "knowledge.html"
  /// How many documents and links a topic's page of them has at most, the newest first.
  static let knowledgeLimit = 200

  /// Each cluster that seeks something, with who offers it.
  mutating func planMatches() {
    guard let path = localized.matchesPage else { return }
    let clusters = (site.section(of: "cluster", language: localized.number)?.entries ?? []).filter {
      !(site.matching.partners(of: $0)?.isAskedNothing ?? true)
    }
    let head = PageHead(
      kind: "matches", template: Self.matchesTemplate, title: localized.string("matches"),
      summary: localized.string("matches_text"), path: path,
      siblings: siblings { LocalizedSite.matchesPage(of: $0) }, breadcrumbs: Breadcrumbs(localized).toList,
      feed: localized.homeFeed, section: "matches")
    claim(path, for: "the section “matches”")
    addList(head, entries: clusters, need: "the page of matches")
  }

  /// The documents and links on a topic.
  mutating func planKnowledge(ofTopic number: Int) {
    guard let path = localized.knowledgePage(ofTopic: number) else { return }
    let breadcrumbs = Breadcrumbs(localized)
    let title = localized.title(ofTopic: number)
    let head = PageHead(
      kind: "knowledge", template: Self.knowledgeTemplate, title: title, summary: nil, path: path,
      siblings: site.languages.enumerated().compactMap { language, _ in
        // A language may have nothing to read on the topic.
        localized.knowledgePage(ofTopic: number, language: language).map { (language, $0) }
      },
      breadcrumbs: breadcrumbs.crumbs(forTopic: number) + [
        Crumb(title: title, path: site.topics[number].paths[localized.number])
      ], feed: localized.homeFeed, section: "topics")
    add(head, need: "documents and links on a topic") { [localized] in
      let (files, hasMore) = localized.knowledge(onTopic: number, limit: Self.knowledgeLimit)
      return [
        ("key", .string(localized.site.topics[number].topic.key)),
        ("topic", .object(TopicObject(number, in: localized))), ("files", .list(files)),
        ("has_more", .boolean(hasMore)),
      ]
    }
  }

  /// The file that a list's filters read, and the pages of the terms that only this list has.
  mutating func planFilters(_ facets: SectionFacets, section: Section, title: LabelText, path: String) {
    guard !facets.facets.isEmpty else { return }
    let index = FilterIndex(facets: facets.facets, entries: section.entries, localized: localized)
    addFile("\(path)\(FilterIndex.name)") { index.bytes() }
    let list = Breadcrumbs(localized).toList + [Crumb(title: title, path: path)]
    for facet in facets.own {
      for term in facet.terms {
        let head = PageHead(
          kind: facet.name, template: "term.html",
          title: LabelText(text: "\(title.text): \(term.title.text)", language: title.language),
          path: term.path, siblings: term.siblings,
          breadcrumbs: list, feed: localized.feed(of: title, page: path), section: section.kind.section)
        claim(term.path, for: "the list “\(title.text): \(term.title.text)”")
        addList(
          head, entries: term.entries, need: "every page of \(section.kind.section)",
          [
            ("key", .string(term.key)), ("parent", .none), ("children", .list([])), ("related", .list([])),
            ("count", .integer(term.entries.count)), ("knowledge", .none),
          ])
      }
    }
  }
}

extension Matching.Partners {
  /// Whether there is nothing to say of what the cluster seeks.
  fileprivate var isAskedNothing: Bool { givers.matches.isEmpty && unmet.isEmpty }
}
