package import Content
package import Diagnostics

/// Makes a ``Site`` of the content: decides visibility, editions, addresses, relations and terms, and
/// reports what does not fit together.
package enum SiteBuilder {
  /// The site that the content makes, with every problem found on the way; it is whole even where
  /// there were problems, without what they concern.
  package static func build(_ content: ContentTree, options: SiteOptions) -> (
    site: Site, diagnostics: [Diagnostic]
  ) {
    let configuration = content.configuration
    let visibility = Visibility(options: options)
    var visible: [Int?] = []
    var entries: [Entry] = []
    for entry in content.entries {
      let isVisible = visibility.isVisible(entry)
      visible.append(isVisible ? entries.count : nil)
      if isVisible { entries.append(entry) }
    }
    let index = EntryIndex(entries: content.entries, visible: visible)
    let unread = UnreadEntries(content: content)
    let newestFirst = newestFirst(entries)
    var position = [Int](repeating: 0, count: entries.count)
    for (place, number) in newestFirst.enumerated() { position[number] = place }

    let organisationNumbers = Dictionary(
      content.organisations.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var relations = RelationBuilder(
      index: index, unread: unread, organisationNumbers: organisationNumbers, count: entries.count)
    for (number, entry) in entries.enumerated() { relations.add(entry, number: number) }
    relations.finish(order: position)

    let topics = TopicTree(
      topics: content.topics, languages: configuration.languages,
      entries: newestFirst.map { ($0, entries[$0].texts(of: "topics")) })
    let areas = AreaTree(
      entries: newestFirst.map { ($0, entries[$0].areas) }, configuration: configuration)
    let editionBuilder = EditionBuilder(content: content, visibility: visibility)
    let editions = configuration.languages.indices.map { language in
      entries.indices.map { editionBuilder.edition(of: entries[$0], number: $0, language: language) }
    }
    let clocks = Clocks(of: entries, configuration: configuration, today: options.today)
    let agenda = Agenda(clocks: clocks, today: options.today)
    let upcoming = Set(
      entries.indices.filter { entries[$0].kind.order == .upcoming && agenda.isToCome(entries[$0]) })
    let links = LinkResolver(content: content, index: index, unread: unread)

    var checks = SiteChecks(content: content, unread: unread)
    let book = checks.checkAddresses(
      entries: entries, editions: editions, topics: topics.nodes, areas: areas.nodes)
    let redirects = RedirectBuilder(
      entries: entries, editions: editions, languages: configuration.languages, visibility: visibility,
      book: book)
    checks.checkDates(of: entries, clocks: clocks)
    checks.checkNames(published: entries)
    let linkChecks = LinkChecks(entries: entries, links: links, markdown: configuration.markdown)

    let site = Site(
      folder: content.folder, configuration: configuration, baseURL: options.baseURL ?? configuration.baseURL,
      options: options, kinds: content.kinds, entries: entries, editions: editions,
      relations: relations.relations,
      related: RelatedEntries(
        entries: entries, relations: relations.relations, order: newestFirst, positions: position),
      matching: Matching(entries: entries, topics: topics),
      topics: topics.nodes, areas: areas.nodes,
      organisations: content.organisations, data: content.data, staticFiles: content.staticFiles,
      imageSizes: content.imageSizes, fileSizes: content.fileSizes, clocks: clocks, upcoming: upcoming,
      sections: configuration.languages.indices.map { language in
        sections(
          content.kinds, in: configuration.languages[language], entries: entries,
          editions: editions[language],
          newestFirst: newestFirst, upcoming: upcoming, visibility: visibility)
      },
      redirects: redirects.redirects, topicNumbers: topics.numbers, areaNumbers: areas.numbers,
      organisationNumbers: organisationNumbers, links: links, linkTargets: linkChecks.targets,
      namedPaths: linkChecks.paths)
    return (
      site, relations.diagnostics + checks.diagnostics + linkChecks.diagnostics + redirects.diagnostics
    )
  }

  /// The numbers of all entries, the latest date first; those of one day, and those without a date, by
  /// kind and key.
  private static func newestFirst(_ entries: [Entry]) -> [Int] {
    let dates = entries.map(\.start)
    return entries.indices.sorted { a, b in
      switch (dates[a], dates[b]) {
      case (let dateA?, let dateB?) where dateA != dateB: dateA > dateB
      case (.some, nil): true
      case (nil, .some): false
      default: a < b
      }
    }
  }

  private static func sections(
    _ kinds: [Kind], in language: Language, entries: [Entry], editions: [Edition?], newestFirst: [Int],
    upcoming: Set<Int>, visibility: Visibility
  ) -> [Section] {
    var byKind: [String: [Int]] = [:]
    for number in newestFirst where editions[number] != nil {
      byKind[entries[number].kind.name, default: []].append(number)
    }
    let collation = Collation(locale: language.locale)
    return kinds.map { kind in
      let newestFirst = byKind[kind.name] ?? []
      var numbers = newestFirst
      switch kind.order {
      case .newest: break
      case .oldest: numbers.reverse()
      case .upcoming:
        let next = numbers.filter(upcoming.contains).sorted { a, b in
          guard let startA = entries[a].start, let startB = entries[b].start, startA != startB else {
            return a < b
          }
          return startA < startB
        }
        numbers = next + numbers.filter { !upcoming.contains($0) }
      case .title:
        numbers = collation.sorted(
          numbers,
          by: { number in
            let entry = entries[number]
            return entry.title(in: language.tag) { entry.variants[$0].map(visibility.isVisible) ?? true }.text
          }, tieBreak: { entries[$0].key })
      }
      let path = kind.hasSection ? "/\(language.tag)/\(language.section(kind.section))/" : nil
      return Section(kind: kind, path: path, entries: numbers, newestFirst: newestFirst)
    }
  }
}
