import Content
import Diagnostics
import Foundation
import Pagefind
import Pages
import SiteGraph

/// What the stages before rendering give: the site and the plan of its files, with all that is wrong.
struct PreparedSite {
  private(set) var site: Site?
  private(set) var tree: ContentTree?
  private(set) var plan: SitePlan?
  private(set) var policy = SeverityPolicy()
  /// What makes the search index; `nil` where the site has no search.
  private(set) var searchProgram: PagefindProgram?
  /// What is wrong with the content.
  private var content: [Diagnostic] = []
  /// What else is wrong: with the design, between entries, in the plan, and what was found later.
  var found: [Diagnostic] = []

  /// Whether something cannot be published, whatever the site raises to an error.
  var hasMistakes: Bool { (content + found).contains { $0.severity == .error } }

  var report: DiagnosticReport { DiagnosticReport(content + found, policy: policy) }

  /// Makes the site of what was read, and plans it as far as that goes.
  ///
  /// - Parameter textsMayChange: Whether entries may take other texts while the plan is in use.
  static func prepare(
    content loaded: LoadedContent, design: DesignFolder.Outcome, settings: BuildSettings, workers: Workers,
    textsMayChange: Bool = false, stopwatch: inout Stopwatch
  ) -> PreparedSite {
    var prepared = PreparedSite()
    prepared.content = loaded.diagnostics
    prepared.found = design.diagnostics
    guard let content = loaded.tree else { return prepared }
    prepared.tree = content
    prepared.policy = content.configuration.severity
    prepared.found += KnownDiagnostics.problems(of: content.configuration)
    let options = SiteOptions(
      today: settings.today ?? today(in: content.configuration.timeZone), baseURL: settings.baseURL,
      showsDrafts: settings.showsDrafts)
    let (site, diagnostics) = SiteBuilder.build(content, options: options)
    prepared.site = site
    prepared.found += diagnostics
    stopwatch.lap("site graph")
    guard let design = design.design else { return prepared }
    if content.configuration.search, SitePlanner.canSearch(design) { prepared.findSearchProgram(settings) }
    let plan = SitePlanner.plan(
      site, design: design, hasIndex: prepared.searchProgram != nil, textsMayChange: textsMayChange,
      map: workers.map)
    if plan.documents.isEmpty { prepared.searchProgram = nil }
    prepared.found += plan.diagnostics
    // While something else is wrong, the addresses may be, too.
    if !prepared.report.hasErrors {
      prepared.found += AddressRecord(state: settings.state).changes(
        to: plan.addresses, paths: Set(plan.files.map(\.path)))
    }
    prepared.plan = settings.makesPagesAlone ? plan.pagesAlone : plan
    stopwatch.lap("plan")
    return prepared
  }

  private mutating func findSearchProgram(_ settings: BuildSettings) {
    do throws(PagefindProblem) {
      searchProgram = try PagefindProgram.find(chosen: settings.pagefind, environment: settings.environment)
      if searchProgram == nil { throw .notInstalled }
    } catch {
      found.append(error.at(nil))
    }
  }

  /// The day that it is now in a time zone.
  static func today(in timeZone: String) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .epoch
  }
}
