import Content
import Diagnostics
package import SiteGraph
import Templating

/// Decides which files a site has.
package struct SitePlanner {
  private let site: Site
  private let design: Design
  private var files: [PlannedFile] = []
  private var addresses: [EntryAddress] = []
  private var documents: [PlannedDocument] = []
  private let hasIndex: Bool
  private let textsMayChange: Bool
  private var missingTemplates: [String: Diagnostic] = [:]
  /// What is wrong with former addresses.
  private var aliases: [Diagnostic] = []
  /// Pages of the network whose addresses other pages have.
  private var claims: [Diagnostic] = []
  /// Sections without a title.
  private var sections: [Diagnostic] = []

  private init(site: Site, design: Design, hasIndex: Bool, textsMayChange: Bool) {
    self.site = site
    self.design = design
    self.hasIndex = hasIndex
    self.textsMayChange = textsMayChange
  }

  /// Calls a function for each language's number, on as many cores as it likes, and gives the results in
  /// the same order.
  package typealias Map = ([Int], _ plan: @escaping @Sendable (Int) -> LanguagePlan) -> [LanguagePlan]

  /// The plan of a site, with what stands against it: a missing template, two files for one path.
  ///
  /// - Parameters:
  ///   - hasIndex: Whether the site's texts will be indexed for a search.
  ///   - textsMayChange: Whether entries may take other texts while the plan is in use, as in the preview.
  package static func plan(
    _ site: Site, design: Design, hasIndex: Bool = false, textsMayChange: Bool = false,
    map: Map = { languages, plan in languages.map(plan) }
  ) -> SitePlan {
    var planner = SitePlanner(site: site, design: design, hasIndex: hasIndex, textsMayChange: textsMayChange)
    planner.planAll(map)
    var diagnostics =
      Array(planner.missingTemplates.values) + planner.aliases + planner.sections
      + planner.claims
    diagnostics += FileCollisions(among: planner.files, staticFiles: site.staticFiles).diagnostics
    diagnostics += StringsCheck(kinds: site.kinds, languages: site.languages, design: design).diagnostics
    // Without a template, pages that texts name are not planned.
    if planner.missingTemplates.isEmpty { diagnostics += planner.brokenPaths() }
    return SitePlan(
      files: planner.files, addresses: planner.addresses, documents: planner.documents,
      diagnostics: diagnostics)
  }

  /// Whether there is a template for the page that searches.
  package static func canSearch(_ design: Design) -> Bool {
    design.templates.contains(LanguagePlanner.searchTemplate)
  }

  private mutating func planAll(_ map: Map) {
    let strings = Dictionary(
      uniqueKeysWithValues: site.languages.map { ($0.tag, design.strings.strings(for: $0.tag)) })
    let cartography = Cartography(site)
    let plans = map(Array(site.languages.indices)) { [site, design, hasIndex, textsMayChange] language in
      LanguagePlan(
        LanguagePlanner.plan(
          site, design: design, language: language, strings: strings, cartography: cartography,
          hasIndex: hasIndex, textsMayChange: textsMayChange))
    }
    // The sitemap comes first, because it takes longest and the other files can be made beside it.
    files += Sitemap.files(of: plans.flatMap(\.planner.sitemap)) { site.permalink($0) }
    for asset in design.assets.assets {
      files.append(
        PlannedFile(path: String(asset.path.dropFirst()), isAsset: true, content: .bytes(asset.bytes)))
    }
    for path in site.staticFiles {
      files.append(PlannedFile(path: path, content: .copy(of: "\(site.folder)/static/\(path)")))
    }
    for plan in plans {
      files += plan.planner.files
      addresses += plan.planner.addresses
      documents += plan.planner.documents
      missingTemplates.merge(plan.planner.missingTemplates) { first, _ in first }
      sections += plan.planner.untitledSections
    }
    claims = ClaimedAddresses(site: site).diagnostics(plans.flatMap(\.planner.claims), among: files)
    let datasets = Dataset.all(of: plans.map(\.planner.localized))
    files += Distribution.all(of: datasets).flatMap(\.plannedFiles)
    let server = ServerFiles(
      site: site, taken: Set(files.map(\.path)), strings: strings, hasSearch: !documents.isEmpty)
    files += server.files
    aliases = server.diagnostics
  }

  /// Paths that texts name and no file has.
  private func brokenPaths() -> [Diagnostic] {
    guard !site.namedPaths.isEmpty else { return [] }
    let published = Set(files.map { "/\($0.path)" })
    return site.namedPaths.compactMap { path in
      let file = path.value.hasSuffix("/") ? "\(path.value)index.html" : path.value
      if published.contains(file) || published.contains("\(file)/index.html") { return nil }
      let pages = published.map { $0.hasSuffix("/index.html") ? String($0.dropLast("index.html".count)) : $0 }
      let nearest = Suggestion.nearest(to: path.value, in: pages)
      return PageProblem.noSuchPath(path.value, nearest: nearest).at(path.place)
    }
  }
}
