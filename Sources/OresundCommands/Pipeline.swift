import Content
import Diagnostics
import Foundation
import Pagefind
import Pages
import Publishing
import SiteGraph

/// The stages in their order: content, site graph, pages, publishing. Disk is touched only at the two ends.
struct Pipeline {
  struct BuildOutcome {
    let report: DiagnosticReport
    /// `nil` where nothing was published.
    let summary: PublishingSummary?
  }

  struct CheckOutcome {
    let report: DiagnosticReport
    /// Whether a build would publish the site, which knows nothing of what only a check finds.
    let canBeBuilt: Bool
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
    prepared.found += folderProblems()
    guard let plan = prepared.plan, !prepared.report.hasErrors else {
      return BuildOutcome(report: prepared.report, summary: nil)
    }
    do throws(PublishingFailure) {
      let isQuiet = settings.isQuiet
      let transaction = try PublishingTransaction(output: settings.output, state: settings.state) { event in
        if !isQuiet { Self.tell(event) }
      }
      let search = prepared.searchProgram.map {
        SearchTask(
          SearchBuilder(program: $0, workers: workers), documents: plan.documents,
          known: SearchRecord(state: settings.state).read())
      }
      let compresses = prepared.site?.configuration.compress ?? false
      prepared.found += render(plan) { file, bytes throws(PublishingFailure) in
        let role: OutputRole = file.isAsset ? .asset : .page
        try transaction.stage(path: file.path, role: role, bytes: bytes)
        guard compresses else { return }
        for smaller in CompressedFiles.of(path: file.path, bytes: bytes) {
          try transaction.stage(path: smaller.path, role: role, bytes: smaller.bytes)
        }
      }
      stopwatch.lap("render")
      let index = try stage(search, in: transaction, &prepared.found)
      if search != nil { stopwatch.lap("search") }
      guard !prepared.report.hasErrors else {
        transaction.abandon()
        return BuildOutcome(report: prepared.report, summary: nil)
      }
      let summary = try transaction.commit()
      prepared.found += keep(plan.addresses) + keep(index)
      stopwatch.lap("publish")
      prepared.found += summary.warnings.map { $0.at(nil) }
      return BuildOutcome(report: prepared.report, summary: summary)
    } catch {
      prepared.found += error.problems.map { $0.at(nil) }
      return BuildOutcome(report: prepared.report, summary: nil)
    }
  }

  /// Does all that a build does, but publishes nothing, and looks through what can be built for what should be mended.
  ///
  /// - Parameter external: How other sites are asked for what this one links to, if they are.
  mutating func check(external: ExternalSettings?) -> CheckOutcome {
    var prepared = prepare()
    if let plan = prepared.plan {
      prepared.found += render(plan) { _, _ in }
      stopwatch.lap("render")
    }
    let canBeBuilt = !prepared.report.hasErrors
    // What an unreadable file says would seem to be missing.
    guard !prepared.hasMistakes, let site = prepared.site, let content = prepared.tree else {
      return CheckOutcome(report: prepared.report, canBeBuilt: canBeBuilt)
    }
    let paths = SiteReview.imagePaths(of: content)
    let facts = workers.map(paths) { ImageFacts(of: $0) }
    let images = Dictionary(
      zip(paths, facts).compactMap { path, facts in facts.map { (path, $0) } },
      uniquingKeysWith: { first, _ in first })
    let review = SiteReview(site: site, content: content, images: images)
    prepared.found += review.diagnostics
    stopwatch.lap("review")
    if let external {
      let check = ExternalCheck(
        settings: external, state: settings.state, now: Int(Date().timeIntervalSince1970),
        isQuiet: settings.isQuiet)
      prepared.found += check.diagnostics(for: review.externalAddresses)
      stopwatch.lap("other sites")
    }
    return CheckOutcome(report: prepared.report, canBeBuilt: canBeBuilt)
  }

  /// Does what comes before rendering.
  ///
  /// - Returns: `nil` where there is no plan.
  mutating func planned() -> SitePlan? { prepare().plan }

  // MARK: Stages

  private mutating func prepare() -> PreparedSite {
    let loaded = ContentLoader.load(
      folder: settings.content, includesDrafts: settings.showsDrafts, map: workers.map)
    stopwatch.lap("content")
    let design = DesignFolder(path: settings.templates)
      .design(defaultLanguage: loaded.tree?.configuration.defaultLanguage ?? "en")
    stopwatch.lap("templates")
    let prepared = PreparedSite.prepare(
      content: loaded, design: design, settings: settings, workers: workers, stopwatch: &stopwatch)
    plan = prepared.plan
    return prepared
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
        switch file.bytes() {
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

  // MARK: Search

  /// Waits for the search index and adds its files to what is published.
  private func stage(
    _ search: SearchTask?, in transaction: PublishingTransaction, _ diagnostics: inout [Diagnostic]
  ) throws(PublishingFailure) -> BuiltIndex? {
    let index: BuiltIndex?
    do throws(PagefindProblem) {
      index = try search?.index()
    } catch {
      diagnostics.append(error.at(nil))
      return nil
    }
    for file in index?.files ?? [] {
      try transaction.stage(
        path: SearchIndex.path.dropFirst() + file.path, role: file.isNamedByBytes ? .asset : .page,
        bytes: file.bytes)
    }
    return index
  }

  /// Keeps the index for the next build.
  private func keep(_ index: BuiltIndex?) -> [Diagnostic] {
    guard let index, index.isNew else { return [] }
    do {
      try SearchRecord(state: settings.state).write(index)
      return []
    } catch {
      return [CommandProblem.searchNotKept(settings.state, reason: error.reason).at(nil)]
    }
  }

  /// Keeps the addresses for the next build; those of drafts were not published.
  private func keep(_ addresses: [EntryAddress]) -> [Diagnostic] {
    if settings.showsDrafts { return [] }
    do {
      try AddressRecord(state: settings.state).write(addresses)
      return []
    } catch {
      let problem = CommandProblem.addressesNotKept(settings.state, reason: error.reason)
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

  private static func tell(_ event: PublishingTransaction.Event) {
    switch event {
    case .waitingForAnotherBuild:
      StandardError.write("Another build is writing to this folder; waiting for it to end.\n")
    case .finishedInterruptedBuild:
      StandardError.write("The last build was interrupted; what it left has been put right.\n")
    }
  }
}
