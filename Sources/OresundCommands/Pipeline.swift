import Content
import Diagnostics
import Foundation
import Pages
import Publishing
import SiteGraph
import Templating

/// The stages in their order: content, site graph, pages, publishing. Disk is touched only at the two ends.
struct Pipeline {
  struct BuildOutcome {
    let report: DiagnosticReport
    /// `nil` where nothing was published.
    let summary: PublishingSummary?
  }

  /// What the stages before rendering give.
  private struct Prepared {
    var plan: SitePlan?
    var policy = SeverityPolicy()
    var diagnostics: [Diagnostic] = []

    var report: DiagnosticReport { DiagnosticReport(diagnostics, policy: policy) }
  }

  private let settings: BuildSettings
  private let workers: Workers
  /// What was read and planned, held until the process ends: to free a large site takes longer than to exit.
  private var plan: SitePlan?
  private(set) var stopwatch = Stopwatch()

  init(_ settings: BuildSettings) {
    self.settings = settings
    workers = Workers(count: settings.jobs)
  }

  /// Builds and publishes the site, or publishes nothing.
  mutating func build() -> BuildOutcome {
    var prepared = prepare()
    prepared.diagnostics += folderProblems()
    guard let plan = prepared.plan, !prepared.report.hasErrors else {
      return BuildOutcome(report: prepared.report, summary: nil)
    }
    do throws(PublishingFailure) {
      let isQuiet = settings.isQuiet
      let transaction = try PublishingTransaction(output: settings.output, state: settings.state) { event in
        if !isQuiet { Self.tell(event) }
      }
      prepared.diagnostics += render(plan) { file, bytes throws(PublishingFailure) in
        try transaction.stage(path: file.path, role: file.isAsset ? .asset : .page, bytes: bytes)
      }
      stopwatch.lap("render")
      guard !prepared.report.hasErrors else {
        transaction.abandon()
        return BuildOutcome(report: prepared.report, summary: nil)
      }
      let summary = try transaction.commit()
      prepared.diagnostics += keep(plan.addresses)
      stopwatch.lap("publish")
      prepared.diagnostics += summary.warnings.map { $0.at(nil) }
      return BuildOutcome(report: prepared.report, summary: summary)
    } catch {
      prepared.diagnostics += error.problems.map { $0.at(nil) }
      return BuildOutcome(report: prepared.report, summary: nil)
    }
  }

  /// Does all that a build does, but writes nothing.
  mutating func check() -> DiagnosticReport {
    var prepared = prepare()
    if let plan = prepared.plan {
      prepared.diagnostics += render(plan) { _, _ in }
      stopwatch.lap("render")
    }
    return prepared.report
  }

  // MARK: Stages

  private mutating func prepare() -> Prepared {
    var prepared = Prepared()
    let content = loadContent(&prepared.diagnostics)
    stopwatch.lap("content")
    let design = readDesign(
      defaultLanguage: content?.configuration.defaultLanguage ?? "en", &prepared.diagnostics)
    stopwatch.lap("templates")
    guard let content else { return prepared }
    prepared.policy = content.configuration.severity
    prepared.diagnostics += KnownDiagnostics.problems(of: content.configuration)
    let options = SiteOptions(
      today: settings.today ?? Self.today(in: content.configuration.timeZone), baseURL: settings.baseURL,
      showsDrafts: settings.showsDrafts)
    let (site, diagnostics) = SiteBuilder.build(content, options: options)
    prepared.diagnostics += diagnostics
    stopwatch.lap("site graph")
    guard let design else { return prepared }
    let plan = SitePlanner.plan(site, design: design, map: workers.map)
    prepared.diagnostics += plan.diagnostics
    // While something else is wrong, the addresses may be, too.
    if !prepared.report.hasErrors {
      prepared.diagnostics += AddressRecord(state: settings.state).changes(
        to: plan.addresses, paths: Set(plan.files.map(\.path)))
    }
    prepared.plan = plan
    self.plan = plan
    stopwatch.lap("plan")
    return prepared
  }

  private func loadContent(_ diagnostics: inout [Diagnostic]) -> ContentTree? {
    let loaded = ContentLoader.load(
      folder: settings.content, includesDrafts: settings.showsDrafts, map: workers.map)
    diagnostics += loaded.diagnostics
    return loaded.tree
  }

  func readDesign(defaultLanguage: String, _ diagnostics: inout [Diagnostic]) -> Design? {
    let reading = DesignFolder(path: settings.templates).read()
    let templates = TemplateSet(sources: reading.sources, host: HostFunctions.declarations)
    let found = reading.diagnostics + templates.diagnostics
    diagnostics += found
    guard !found.contains(where: { $0.severity == .error }) else { return nil }
    return Design(
      folder: settings.templates, templates: templates,
      strings: StringsCatalog(site: reading.strings, defaultLanguage: defaultLanguage),
      assets: AssetCatalog(reading.assets))
  }

  /// Renders all files on all cores and hands each to `take`, which keeps none of the bytes.
  private func render(
    _ plan: SitePlan, _ take: @escaping @Sendable (PlannedFile, [UInt8]) throws(PublishingFailure) -> Void
  ) -> [Diagnostic] {
    let progress = ProgressLine("rendering", total: plan.files.count, isQuiet: settings.isQuiet)
    defer { progress.finish() }
    let failures = workers.map(plan.files) { file -> [Diagnostic] in
      defer { progress.step() }
      do throws(PublishingFailure) {
        switch Self.bytes(of: file) {
        case .success(let bytes):
          try take(file, bytes)
          return []
        case .failure(let failure): return [failure.diagnostic]
        }
      } catch {
        return error.problems.map { $0.at(nil) }
      }
    }
    return PageFailures.summarised(failures.flatMap { $0 })
  }

  private struct FileFailure: Error {
    let diagnostic: Diagnostic
  }

  private static func bytes(of file: PlannedFile) -> Result<[UInt8], FileFailure> {
    switch file.content {
    case .bytes(let bytes): return .success(bytes)
    case .made(let make): return .success(make())
    case .copy(let path):
      do {
        return .success(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
      } catch {
        let problem = CommandProblem.unreadable(path, reason: error.localizedDescription)
        return .failure(FileFailure(diagnostic: problem.at(nil)))
      }
    case .page(let render):
      var bytes: [UInt8] = []
      bytes.reserveCapacity(1 << 14)
      if let failure = render(&bytes) { return .failure(FileFailure(diagnostic: failure.diagnostic)) }
      return .success(bytes)
    }
  }

  /// Keeps the addresses for the next build; those of drafts were not published.
  private func keep(_ addresses: [EntryAddress]) -> [Diagnostic] {
    if settings.showsDrafts { return [] }
    do {
      try AddressRecord(state: settings.state).write(addresses)
      return []
    } catch {
      let problem = CommandProblem.addressesNotKept(settings.state, reason: error.localizedDescription)
      return [problem.at(nil)]
    }
  }

  private func folderProblems() -> [Diagnostic] {
    do throws(PublishingFailure) {
      let read = [(path: settings.content, role: FolderRole.content), (settings.templates, .templates)]
      let problems =
        try overlapProblems(output: settings.output, others: read)
        + overlapProblems(state: settings.state, others: read)
      return problems.map { $0.at(nil) }
    } catch {
      return error.problems.map { $0.at(nil) }
    }
  }

  // MARK: Surroundings

  static func today(in timeZone: String) -> CalendarDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? .epoch
  }

  private static func tell(_ event: PublishingTransaction.Event) {
    switch event {
    case .waitingForAnotherBuild:
      StandardError.write("Another build is writing to this folder; waiting for it to end.\n")
    case .finishedInterruptedBuild:
      StandardError.write("The last build was interrupted; what it left has been put right.\n")
    }
  }
}
