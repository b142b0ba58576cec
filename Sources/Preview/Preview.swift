import Diagnostics
import Foundation
import Synchronization

/// A site that is looked at while it is written: answers requests, takes in changes, and tells browsers of them.
package final class Preview: Sendable {
  private struct State {
    var live: LiveState
    var site: ServedSite?
    /// Grows with every change of what files are made of.
    var generation = 0
    /// Whether the sources were read at all.
    var isRead = false
    /// The pages that could not be made, with the state of the site in which that was so.
    var failures: [String: (generation: Int, diagnostic: Diagnostic)] = [:]
    var update: PreviewUpdate?
    var problems: [PreviewProblem] = []
  }

  let events = LiveEvents()
  private let state: Mutex<State>
  private let rendered = RenderedFiles()
  private let timings = RenderTimings()
  private let renders = OperationQueue()
  private let tell: @Sendable ([PreviewProblem]) -> Void

  /// - Parameter tell: Called when what is wrong is something else than before.
  package init(tell: @escaping @Sendable ([PreviewProblem]) -> Void = { _ in }) {
    self.tell = tell
    state = Mutex(State(live: LiveState(session: String(UInt64.random(in: 0...UInt64.max), radix: 36))))
    renders.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
  }

  // MARK: Changes

  /// Takes in what a change came to, and tells browsers.
  package func adopt(_ update: PreviewUpdate) {
    // The former site is let go last: to free a large one takes time, and somebody waits for the new one.
    let former = state.withLock { state in
      let former = state.site
      // Who was told that the site is being read is told what came of it.
      if !state.isRead, case .failure = update.effect { state.live.pages += 1 }
      state.isRead = true
      state.update = update
      switch update.effect {
      case .nothing, .failure: break
      case .texts:
        state.generation += 1
        state.live.pages += 1
      case .site(let site, let styles):
        state.generation += 1
        if styles, state.site != nil { state.live.styles += 1 } else { state.live.pages += 1 }
        state.site = site
        state.failures = state.failures.filter { site.file($0.key) != nil }
      }
      return former
    }
    withExtendedLifetime(former) {
      events.send(state.withLock { $0.live.message })
      if review() { events.send(state.withLock { $0.live.message }) }
    }
  }

  /// Puts together what is wrong, and tells of it if it is something else than before.
  ///
  /// - Returns: Whether it is.
  private func review() -> Bool {
    let (update, failures) = state.withLock { state in
      (state.update, state.failures.sorted { $0.key < $1.key }.map(\.value.diagnostic))
    }
    guard let update else { return false }
    let problems = update.problems(failures)
    let isNews = state.withLock { state in
      guard state.problems != problems else { return false }
      state.problems = problems
      state.live.problems += 1
      return true
    }
    if isNews { tell(problems) }
    return isNews
  }

  /// The messages about how the site is, from now on.
  func listen() -> AsyncStream<[UInt8]> { events.listen(from: moment.live.message) }

  /// Tells those who listen that all is as it was, so that cut connections are noticed.
  func tellAgain() { events.send(moment.live.message) }

  // MARK: Making files

  /// What is made of a file, or was the last time that it could be.
  struct Made: Sendable {
    let bytes: [UInt8]?
    let isCurrent: Bool
  }

  /// The file's bytes.
  ///
  /// - Parameter generation: That of the moment whose site the file belongs to. A change that came since must not
  ///   make bytes of the former site pass for those of the new one.
  func bytes(of file: ServedFile, generation: Int) async -> Made {
    await withCheckedContinuation { continuation in
      renders.addOperation { continuation.resume(returning: self.make(file, generation)) }
    }
  }

  private func make(_ file: ServedFile, _ generation: Int) -> Made {
    let known = rendered[file.path]
    if let known, known.generation == generation { return Made(bytes: known.bytes, isCurrent: true) }
    guard let bytes = attempt(file, generation) else { return Made(bytes: known?.bytes, isCurrent: false) }
    rendered.keep(RenderedFiles.File(generation: generation, bytes: bytes), at: file.path)
    return Made(bytes: bytes, isCurrent: true)
  }

  /// Makes a file, and remembers whether that was possible.
  private func attempt(_ file: ServedFile, _ generation: Int) -> [UInt8]? {
    guard case .made(let make) = file.content else { return nil }
    let start = ContinuousClock.now
    let result = make()
    timings.add(ContinuousClock.now - start, of: file)
    switch result {
    case .success(let bytes):
      note(nil, at: file.path, generation)
      return bytes
    case .failure(let error):
      note(error.diagnostic, at: file.path, generation)
      return nil
    }
  }

  /// Remembers whether a file could be made.
  private func note(_ failure: Diagnostic?, at path: String, _ generation: Int) {
    let isNews = state.withLock { state in
      let before = state.failures[path]
      if let before, before.generation > generation { return false }
      state.failures[path] = failure.map { (generation, $0) }
      return before?.diagnostic != failure
    }
    if isNews, review() { events.send(state.withLock { $0.live.message }) }
  }

  /// A file of a folder that comes to be when somebody asks.
  ///
  /// - Parameter generation: That of the moment whose site the folder belongs to.
  /// - Returns: `nil` where there is no such file; what is wrong with the folder is told as what is wrong with pages is.
  func bytes(
    of name: String, in folder: ServedFolder, generation: Int
  ) async -> Result<[UInt8]?, DiagnosedFailure> {
    let result = await folder.bytes(name, generation)
    var failure: Diagnostic?
    if case .failure(let error) = result { failure = error.diagnostic }
    note(failure, at: folder.path, generation)
    return result
  }

  /// Makes all files that nobody asked for, so that what is wrong with them is known: those that could not be
  /// made before come first.
  ///
  /// - Parameter goesOn: Asked before each file.
  package func makeAll(while goesOn: () -> Bool) {
    let (site, generation, failed) = state.withLock { ($0.site, $0.generation, Set($0.failures.keys)) }
    guard let site else { return }
    let first = site.files.filter { failed.contains($0.path) }
    for file in first + site.files.filter({ !failed.contains($0.path) }) {
      guard case .made = file.content else { continue }
      guard goesOn(), state.withLock({ $0.generation }) == generation else { return }
      if rendered[file.path]?.generation != generation { _ = attempt(file, generation) }
    }
  }

  // MARK: For those who answer

  /// What is to be shown now.
  struct Moment: Sendable {
    let site: ServedSite?
    let isRead: Bool
    let live: LiveState
    let problems: [PreviewProblem]
    let generation: Int
  }

  var moment: Moment {
    state.withLock {
      Moment(
        site: $0.site, isRead: $0.isRead, live: $0.live, problems: $0.problems, generation: $0.generation)
    }
  }

  var tables: [PreviewTable] {
    let (update, site) = state.withLock { ($0.update, $0.site) }
    return (update?.tables() ?? []) + [timings.table(basePath: site?.basePath ?? "")]
  }

  /// The titles of the tables are needed on every page of the preview's own, their rows on one.
  var pages: PreviewPages {
    let moment = moment
    return PreviewPages(
      state: moment.live, problems: moment.problems, tables: tables, home: "\(moment.site?.basePath ?? "")/")
  }
}
