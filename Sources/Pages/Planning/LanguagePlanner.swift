import Content
import Diagnostics
import SiteGraph
import Templating

/// Plans the files of one language.
struct LanguagePlanner: Sendable {
  let site: Site
  let design: Design
  let localized: LocalizedSite
  private let renderer: PageRenderer
  private let feeds: FeedBuilder
  private let calendars: CalendarBuilder
  /// The sections that have a list page: those with entries, and those with a template.
  private let shownSections: Set<String>
  private(set) var files: [PlannedFile] = []
  private(set) var sitemap: [Sitemap.PlannedPage] = []
  private(set) var addresses: [EntryAddress] = []
  /// Addresses of pages that the network makes, and whose they are.
  private(set) var claims: [(path: String, owner: String)] = []
  /// What searches find; nothing where there is no page that searches.
  private(set) var documents: [PlannedDocument] = []
  /// One diagnostic for each template that is needed and missing, by its name.
  private(set) var missingTemplates: [String: Diagnostic] = [:]
  /// Sections whose titles no language has.
  private(set) var untitledSections: [Diagnostic] = []

  private init(
    site: Site, design: Design, language: Int, strings: [String: Strings], cartography: Cartography,
    hasIndex: Bool, textsMayChange: Bool
  ) {
    self.site = site
    self.design = design
    let used = Set(site.entries.map(\.kind.name))
    let shown = site.kinds.filter {
      $0.hasSection && (used.contains($0.name) || design.templates.contains("\($0.name)-list.html"))
    }
    localized = LocalizedSite(
      site, language: language, stringsByLanguage: strings, cartography: cartography,
      templates: Set(design.templates.names),
      hasCalendar: shown.contains { $0.name == "event" },
      hasSearchPage: hasIndex && design.templates.contains(Self.searchTemplate))
    shownSections = Set(shown.map(\.section))
      .union(site.topics.isEmpty ? [] : ["topics"]).union(site.areas.isEmpty ? [] : ["countries"])
      .union(localized.matchesPage == nil ? [] : ["matches"])
    renderer = PageRenderer(
      localized: localized, design: design, shownSections: shownSections, keepsIncludes: !textsMayChange)
    feeds = FeedBuilder(localized)
    calendars = CalendarBuilder(localized)
  }

  static let dataTemplate = "data.html"
  private static let manifestTemplate = "manifest.webmanifest"
  static let searchTemplate = "search.html"

  private var home: String { "/\(localized.tag)/" }

  /// - Parameters:
  ///   - hasIndex: Whether the site's texts will be indexed for a search.
  ///   - textsMayChange: Whether entries may take other texts while the plan is in use.
  static func plan(
    _ site: Site, design: Design, language: Int, strings: [String: Strings], cartography: Cartography,
    hasIndex: Bool, textsMayChange: Bool
  ) -> LanguagePlanner {
    var planner = LanguagePlanner(
      site: site, design: design, language: language, strings: strings, cartography: cartography,
      hasIndex: hasIndex, textsMayChange: textsMayChange)
    planner.planAll()
    return planner
  }

  private mutating func planAll() {
    planHome()
    for section in site.sections[localized.number] where shownSections.contains(section.kind.section) {
      planSection(section)
    }
    for case let edition? in site.editions[localized.number] where edition.hasPage { planEntry(edition) }
    planCalendar()
    planTopics()
    planAreas()
    planData()
    planMatches()
    planSearch()
    planManifest()
    planNotFound(path: "\(home)404.html")
    if localized.number == localized.defaultLanguage {
      planLanguageChoice()
      planNotFound(path: "/404.html", isForAll: true)
    }
  }

  // MARK: Pages that are no entries

  private mutating func planHome() {
    let head = PageHead(
      kind: "home", template: "home.html", title: localized.name, summary: localized.tagline, path: home,
      siblings: siblings { "/\($0.tag)/" }, standard: "/", breadcrumbs: [], feed: localized.homeFeed)
    add(head, need: "the home page")
    let news = site.sections[localized.number].filter(\.kind.hidesFuture).flatMap(\.newestFirst)
    addFeed(head.feed, name: "site", entries: news)
  }

  /// The page at `/`, where readers choose their language.
  private mutating func planLanguageChoice() {
    let head = PageHead(
      kind: "languages", template: "languages.html", title: localized.name, path: "/",
      siblings: siblings { "/\($0.tag)/" }, standard: "/", breadcrumbs: [], feed: localized.homeFeed)
    add(head, need: "the page at “/”")
  }

  /// - Parameter isForAll: Whether readers of any language can come to it, so that it speaks all of them.
  private mutating func planNotFound(path: String, isForAll: Bool = false) {
    let head = PageHead(
      kind: "404", template: "404.html", title: localized.string("not_found"), path: path, siblings: [],
      breadcrumbs: [], feed: localized.homeFeed, isFound: false)
    let others = site.languages.filter { isForAll && $0.tag != localized.tag }
    add(head, need: "the page for addresses that do not exist", isListed: false) { [localized] in
      [("versions", .list(others.map { localized.notFoundVersion(in: $0) }))]
    }
  }

  private mutating func planSection(_ section: Section) {
    guard let path = section.path else { return }
    let name = section.kind.section
    let title = localized.string(name)
    if localized.number == localized.defaultLanguage, title.language == nil {
      let problem = PageProblem.untitledSection(name, language: localized.tag)
      untitledSections.append(problem.at(Place(file: "\(design.folder)/strings/\(localized.tag).yml")))
    }
    let head = PageHead(
      kind: "\(section.kind.name)-list", template: "\(section.kind.name)-list.html", title: title, path: path,
      siblings: siblings { "/\($0.tag)/\($0.section(name))/" }, breadcrumbs: Breadcrumbs(localized).toList,
      feed: localized.feed(of: title, page: path), section: name)
    let facets = SectionFacets(section, in: localized)
    addList(
      head, entries: section.entries, need: "the list of \(name)", facets.values(in: localized, list: path))
    planFilters(facets, section: section, title: title, path: path)
    addFeed(head.feed, name: name, entries: section.newestFirst)
  }

  /// The calendar of all events.
  private mutating func planCalendar() {
    guard let path = localized.calendar,
      let section = site.section(of: "event", language: localized.number)
    else { return }
    files.append(
      PlannedFile(
        path: String(path.dropFirst()),
        content: .made { [calendars] in calendars.calendar(of: section, address: path) }))
  }

  private mutating func planTopics() {
    guard !site.topics.isEmpty else { return }
    planTermList("topics", localized.sortedTopics.map { .object(TopicObject($0, in: localized)) })
    for (number, node) in site.topics.enumerated() {
      planTerm(
        kind: "topic", key: node.topic.key, section: "topics", title: localized.title(ofTopic: number),
        summary: node.topic.description.flatMap { localized.text($0) }, paths: node.paths,
        breadcrumbs: Breadcrumbs(localized).crumbs(forTopic: number), entries: node.entries,
        term: TopicObject(number, in: localized),
        [("knowledge", Value(localized.knowledgePage(ofTopic: number).map { site.url($0) }))])
      planKnowledge(ofTopic: number)
    }
  }

  private mutating func planAreas() {
    guard !site.areas.isEmpty else { return }
    planTermList("countries", localized.sortedAreas.map { .object(AreaObject($0, in: localized)) })
    for (number, node) in site.areas.enumerated() {
      planTerm(
        kind: "country", key: node.key, section: "countries", title: node.names[localized.number],
        summary: nil,
        paths: node.paths, breadcrumbs: Breadcrumbs(localized).crumbs(forArea: number), entries: node.entries,
        term: AreaObject(number, in: localized), [("knowledge", .none)])
    }
  }

  private mutating func planTermList(_ section: String, _ terms: [Value]) {
    let head = PageHead(
      kind: "\(section)-list", template: "term-list.html", title: localized.string(section),
      path: "\(home)\(localized.language.section(section))/",
      siblings: siblings { "/\($0.tag)/\($0.section(section))/" }, breadcrumbs: Breadcrumbs(localized).toList,
      feed: localized.homeFeed, section: section)
    let pagination = Self.pagination(number: 1, total: 1, count: terms.count, previous: .none, next: .none)
    add(head, need: "the list of \(section)", isListed: true) {
      [("entries", .list(terms)), ("pagination", pagination)]
    }
  }

  private mutating func planTerm(
    kind: String, key: String, section: String, title: LabelText, summary: LabelText?, paths: [String],
    breadcrumbs: [Crumb], entries: [Int], term: any TemplateObject, _ more: AttributeObject.Attributes
  ) {
    let path = paths[localized.number]
    let head = PageHead(
      kind: kind, template: "term.html", title: title, summary: summary, path: path,
      siblings: site.languages.indices.map { ($0, paths[$0]) }, breadcrumbs: breadcrumbs,
      feed: localized.feed(of: title, page: path), section: section)
    let listed = localized.listed(entries)
    let attributes = ["key", "parent", "children", "related", "count"].map {
      (name: $0, value: term.attribute($0) ?? .none)
    }
    addList(head, entries: listed, need: "every page of \(section)", attributes + more)
    addFeed(
      head.feed, name: "\(section)/\(key)", entries: listed.filter { site.entries[$0].kind.hidesFuture })
  }

  /// The page that explains the data to people: it exists where there is a template for it, and no page of the
  /// site's own at its address.
  private mutating func planData() {
    guard let path = localized.dataPage else { return }
    let head = PageHead(
      kind: "data", template: Self.dataTemplate, title: localized.string("data"), path: path,
      siblings: siblings { LocalizedSite.dataPage(of: $0) }, breadcrumbs: Breadcrumbs(localized).toList,
      feed: localized.homeFeed)
    add(head, need: "the page about the data") { [localized] in
      [("files", .list(Distribution.all(of: Dataset.all(of: [localized])).map { $0.value(in: localized) }))]
    }
  }

  /// The page that searches: it exists where there is a template and an index for it, and no page of the site's own
  /// at its address.
  private mutating func planSearch() {
    guard let path = localized.searchPage else { return }
    let searched = siblings { LocalizedSite.searchPage(of: $0) }
      .filter { LocalizedSite.hasFindablePages(site, language: $0.language) }
    let head = PageHead(
      kind: "search", template: Self.searchTemplate, title: localized.string(LocalizedSite.searchSection),
      path: path, siblings: searched, breadcrumbs: Breadcrumbs(localized).toList, feed: localized.homeFeed)
    let lists = SectionLinks(localized, shownSections: shownSections)
    add(head, need: "the page that searches") { [site] in
      [("index", .string(site.url(SearchIndex.path))), ("sections", .list(lists.values))]
    }
  }

  /// What a phone shows when a reader puts the site on its home screen: where there is a template for it.
  private mutating func planManifest() {
    guard design.templates.contains(Self.manifestTemplate) else { return }
    let head = PageHead(
      kind: "manifest", template: Self.manifestTemplate, title: localized.name,
      path: "\(home)\(Self.manifestTemplate)", siblings: [], breadcrumbs: [], feed: localized.homeFeed,
      isFound: false)
    add(head, need: "the manifest", isListed: false)
  }

  // MARK: Entries

  private mutating func planEntry(_ edition: Edition) {
    let object = EntryObject(edition, in: localized, isPage: true)
    addPage(
      template: object.templateName, path: edition.path,
      need: "the \(object.entry.kind.name) “\(object.entry.key)”",
      place: object.variant?.fields["template"]?.place
    ) { object }
    for attachment in object.entry.attachments {
      files.append(
        PlannedFile(path: edition.path.dropFirst() + attachment.name, content: .copy(of: attachment.path)))
    }
    if localized.searchPage != nil, edition.isFindable {
      documents.append(PlannedDocument(path: edition.path) { SearchDocument(object).html() })
    }
    if edition.state != .missing {
      if let file = (object.variant ?? object.entry.original)?.file.path {
        addresses.append(
          EntryAddress(
            identifier: object.entry.identifier, language: localized.tag, title: object.title.text,
            path: edition.path, place: Place(file: file)))
      }
      let siblings = site.editions.compactMap { $0[edition.entry] }.filter(\.hasPage).map(\.path)
      addToSitemap(edition.path, siblings: siblings) { [site] in
        Sitemap.Page(
          permalink: site.permalink(edition.path), lastModified: object.lastModified?.description,
          alternates: object.alternates)
      }
    }
    if let calendar = object.calendar {
      files.append(
        PlannedFile(
          path: String(calendar.dropFirst()),
          content: .made { [calendars] in calendars.calendar(of: edition) }))
    }
    if object.entry.kind.hasFeed {
      addFeed(
        localized.feed(of: object.title, page: edition.path), name: object.entry.identifier,
        entries: localized.publications(about: edition.entry))
    }
  }

  // MARK: Adding files

  func siblings(_ path: (Language) -> String) -> [(language: Int, path: String)] {
    site.languages.enumerated().map { ($0.offset, path($0.element)) }
  }

  /// The pages of a list, as many as it takes.
  mutating func addList(
    _ head: PageHead, entries: [Int], need: String, _ more: AttributeObject.Attributes = []
  ) {
    let size = site.configuration.pageSize
    let total = max(1, (entries.count + size - 1) / size)
    func path(_ number: Int) -> String { number == 1 ? head.path : "\(head.path)page/\(number)/" }
    for number in 1...total {
      var page = head
      page.path = path(number)
      if number > 1 {
        page.siblings = []
        page.beginnings = head.siblings
      }
      let pagination = Self.pagination(
        number: number, total: total, count: entries.count,
        previous: number > 1 ? .string(site.url(path(number - 1))) : .none,
        next: number < total ? .string(site.url(path(number + 1))) : .none)
      let shown = entries[min((number - 1) * size, entries.count)..<min(number * size, entries.count)]
      add(page, need: need, entries: shown) { [localized] in
        more + [("entries", .list(shown.compactMap { localized.entry($0) })), ("pagination", pagination)]
      }
    }
  }

  private static func pagination(number: Int, total: Int, count: Int, previous: Value, next: Value) -> Value {
    .record([
      ("number", .integer(number)), ("total", .integer(total)), ("count", .integer(count)),
      ("previous", previous), ("next", next),
    ])
  }

  /// - Parameters:
  ///   - entries: Those that the page lists; the last change of one is the page's.
  ///   - more: Makes the values that the page has beside those of every page, when they are needed.
  mutating func add(
    _ head: PageHead, need: String, entries: ArraySlice<Int> = [], isListed: Bool = true,
    _ more: @escaping @Sendable () -> AttributeObject.Attributes = { [] }
  ) {
    addPage(template: head.template, path: head.path, need: need, place: nil) { [localized] in
      head.object(in: localized, more())
    }
    guard isListed else { return }
    addToSitemap(head.path, siblings: head.siblings.map(\.path)) { [localized] in
      let changes = entries.compactMap { entry in
        localized.edition(entry).flatMap { EntryObject($0, in: localized).lastModified }
      }
      return Sitemap.Page(
        permalink: localized.site.permalink(head.path), lastModified: changes.max()?.description,
        alternates: head.alternates(in: localized))
    }
  }

  /// - Parameter page: Makes what the template sees, when the page is rendered.
  private mutating func addPage(
    template: String, path: String, need: String, place: Place?,
    _ page: @escaping @Sendable () -> any TemplateObject
  ) {
    guard design.templates.contains(template) else {
      guard missingTemplates[template] == nil else { return }
      let nearest = design.nearestTemplate(to: template)
      missingTemplates[template] = PageProblem.missingTemplate(template, need: need, nearest: nearest).at(
        place ?? Place(file: "\(design.folder)/\(template)"))
      return
    }
    let file = path.hasSuffix("/") ? "\(path)index.html" : path
    files.append(
      PlannedFile(
        path: String(file.dropFirst()),
        content: .page { [renderer] output in
          renderer.render(template, page: page(), subject: path, into: &output)
        }, template: template))
  }

  /// Plans a file beside the pages.
  mutating func addFile(_ path: String, _ make: @escaping @Sendable () -> [UInt8]) {
    files.append(PlannedFile(path: String(path.dropFirst()), content: .made(make)))
  }

  /// Notes that a page has an address that editors may want, too.
  mutating func claim(_ path: String, for owner: String) { claims.append((path, owner)) }

  private mutating func addToSitemap(
    _ path: String, siblings: [String], _ make: @escaping @Sendable () -> Sitemap.Page
  ) {
    func length(_ path: String) -> Int { site.permalink(path).utf8.count }
    let lengths = siblings.map(length)
    // One of them is named again for readers of other languages.
    let size = Sitemap.size(address: length(path), alternates: lengths + [lengths.max() ?? 0])
    sitemap.append(Sitemap.PlannedPage(size: size, make: make))
  }

  private mutating func addFeed(_ address: FeedAddress, name: String, entries: [Int]) {
    let feed = SharedFeed(of: site) { [feeds] in feeds.feed(name: name, address: address, entries: entries) }
    for format in FeedAddress.Format.allCases {
      files.append(
        PlannedFile(
          path: String(address.path(format).dropFirst()),
          content: .made { [feeds] in feeds.bytes(of: feed.take(), as: format) }))
    }
  }
}
