import Content
import Diagnostics
import Foundation
import Pages
import Preview
import SiteGraph

/// Makes the site that is previewed of its sources, and of a change only what follows from it.
///
/// What it serves is what `oresund build --drafts` would write. Where a change is one of words alone, the plan of the
/// site stays (``ContentStore``); after any other change it is made anew of what was parsed.
struct SitePreview: PreviewSource {
  /// How many problems are told: enough to see what is wrong.
  private static let shown = 200

  private let settings: BuildSettings
  private let workers: Workers
  private var store: ContentStore
  private var content = LoadedContent(tree: nil, diagnostics: [])
  private var design: DesignFolder.Outcome?
  private var designLanguage = ""
  private var prepared = PreparedSite()
  private let search = PreviewSearch()

  init(_ settings: BuildSettings) {
    self.settings = settings
    workers = Workers(count: settings.jobs)
    store = ContentStore(folder: settings.content, includesDrafts: settings.showsDrafts)
  }

  mutating func update(_ changes: FolderChanges) -> PreviewUpdate {
    let update = store.update(
      changes.paths, pinned: Set(prepared.found.flatMap(\.files)), map: workers.map)
    let designChanges = changes.paths.map { Self.parts(of: $0, in: settings.templates) }
    let isDesignNew = designChanges?.isEmpty != true || design == nil
    switch update {
    case .nothing where !isDesignNew && !isNewDay: return result(.nothing)
    case .texts(_, let diagnostics) where !isDesignNew && !isNewDay:
      content = LoadedContent(tree: content.tree, diagnostics: diagnostics)
      prepared.site?.noteRevision()
      return result(report.hasErrors ? .failure : .texts)
    case .nothing:
      prepare(isDesignNew: isDesignNew)
      return result(isStyle: designChanges?.allSatisfy { $0.hasSuffix(".css") } ?? false)
    case .texts(_, let diagnostics):
      content = LoadedContent(tree: content.tree, diagnostics: diagnostics)
    case .content(let loaded):
      content = loaded
    }
    prepare(isDesignNew: isDesignNew)
    return result(isStyle: false)
  }

  /// The files in a folder that changed, by their paths there, without what is passed over.
  private static func parts(of paths: Set<String>, in folder: String) -> [String] {
    paths.filter { $0 == folder || $0.hasPrefix("\(folder)/") }.map { String($0.dropFirst(folder.count + 1)) }
      .filter { !FolderScan.passesOver($0) }
  }

  /// Whether another day began since the site was planned.
  private var isNewDay: Bool {
    guard settings.today == nil, let tree = content.tree, let site = prepared.site else { return false }
    return site.options.today != PreparedSite.today(in: tree.configuration.timeZone)
  }

  private mutating func prepare(isDesignNew: Bool) {
    let language = content.tree?.configuration.defaultLanguage ?? "en"
    if isDesignNew || designLanguage != language {
      design = DesignFolder(path: settings.templates).design(defaultLanguage: language)
      designLanguage = language
    }
    guard let design else { return }
    var stopwatch = Stopwatch()
    prepared = PreparedSite.prepare(
      content: content, design: design, settings: settings, workers: workers,
      textsMayChange: true, stopwatch: &stopwatch)
  }

  // MARK: What came of it

  private var report: DiagnosticReport {
    DiagnosticReport(content.diagnostics + prepared.found, policy: prepared.policy)
  }

  private func result(isStyle: Bool) -> PreviewUpdate {
    guard let plan = prepared.plan, let site = prepared.site, !report.hasErrors else {
      return result(.failure)
    }
    return result(.site(served(plan, of: site), styles: isStyle))
  }

  private func result(_ effect: PreviewUpdate.Effect) -> PreviewUpdate {
    let diagnostics = content.diagnostics + prepared.found
    let policy = prepared.policy
    let tables = PreviewTables(content: content.tree, site: prepared.site)
    return PreviewUpdate(
      effect,
      problems: { pages in
        Self.problems(DiagnosticReport(diagnostics + PageFailures.summarised(pages), policy: policy))
      }, tables: { tables.all })
  }

  private static func problems(_ report: DiagnosticReport) -> [PreviewProblem] {
    let excerpts = SourceExcerpts()
    // Errors stand before warnings, so that none of them is left out.
    let errors = report.diagnostics.filter { $0.severity == .error }
    let all = errors + report.diagnostics.filter { $0.severity != .error }
    let problems = all.prefix(shown).map { diagnostic in
      PreviewProblem(
        isError: diagnostic.severity == .error,
        text: DiagnosticReport([diagnostic]).formatted(as: .text, sources: excerpts.text))
    }
    guard all.count > shown else { return problems }
    return problems + [
      PreviewProblem(
        isError: errors.count > shown, text: "and \(all.count - shown) more; oresund check tells all\n")
    ]
  }

  private func served(_ plan: SitePlan, of site: Site) -> ServedSite {
    let files = plan.files.map { file in
      if case .copy(let path) = file.content { return ServedFile(path: file.path, content: .disk(path)) }
      return ServedFile(path: file.path, content: .made { file.bytes() }, maker: file.template)
    }
    if let program = prepared.searchProgram {
      search.follow(SearchBuilder(program: program, workers: workers), documents: plan.documents)
    }
    return ServedSite(
      files: files, basePath: site.baseURL.path, folders: [settings.content, settings.templates],
      folder: prepared.searchProgram.map { _ in search.folder })
  }
}
