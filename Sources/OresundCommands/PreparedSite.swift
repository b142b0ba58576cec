import Content
import Diagnostics
import Foundation
import Pages
import SiteGraph

/// What the stages before rendering give: the site and the plan of its files, with all that is wrong.
struct PreparedSite {
  private(set) var site: Site?
  private(set) var plan: SitePlan?
  private(set) var policy = SeverityPolicy()
  var diagnostics: [Diagnostic] = []

  var report: DiagnosticReport { DiagnosticReport(diagnostics, policy: policy) }

  /// Makes the site of what was read, and plans it as far as that goes.
  static func prepare(
    content loaded: LoadedContent, design: DesignFolder.Outcome, settings: BuildSettings, workers: Workers,
    stopwatch: inout Stopwatch
  ) -> PreparedSite {
    var prepared = PreparedSite()
    prepared.diagnostics = loaded.diagnostics + design.diagnostics
    guard let content = loaded.tree else { return prepared }
    prepared.policy = content.configuration.severity
    prepared.diagnostics += KnownDiagnostics.problems(of: content.configuration)
    let options = SiteOptions(
      today: settings.today ?? today(in: content.configuration.timeZone), baseURL: settings.baseURL,
      showsDrafts: settings.showsDrafts)
    let (site, diagnostics) = SiteBuilder.build(content, options: options)
    prepared.site = site
    prepared.diagnostics += diagnostics
    stopwatch.lap("site graph")
    guard let design = design.design else { return prepared }
    let plan = SitePlanner.plan(site, design: design, map: workers.map)
    prepared.diagnostics += plan.diagnostics
    // While something else is wrong, the addresses may be, too.
    if !prepared.report.hasErrors {
      prepared.diagnostics += AddressRecord(state: settings.state).changes(
        to: plan.addresses, paths: Set(plan.files.map(\.path)))
    }
    prepared.plan = settings.makesPagesAlone ? plan.pagesAlone : plan
    stopwatch.lap("plan")
    return prepared
  }

  /// The day that it is now in a time zone.
  static func today(in timeZone: String) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .epoch
  }
}
