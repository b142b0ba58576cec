import Synchronization

/// One build's files on their way into the output folder: all of them or none.
///
/// Files are staged beside the site, from as many threads as there are, and then put in place by
/// ``commit()``. Until then, and if anything fails, the output folder stays as it is. From its start to its
/// end a transaction holds a lock on the output folder.
package final class PublishingTransaction: Sendable {
  /// Something that a user who waits wants to know.
  package enum Event: Hashable, Sendable {
    /// Another build is writing to this output folder.
    case waitingForAnotherBuild
    /// A build was stopped while it replaced files, and what it left has been put right.
    case finishedInterruptedBuild
  }

  private struct Progress {
    var staged: [OutputPath: StagedFile?] = [:]
    var hasFailed = false
    /// Holds the lock; `nil` when the transaction has ended.
    var lock: Folder?
    var warnings: [PublishingProblem] = []
  }

  let system: any FileSystem
  let output: OutputFolder
  let state: StateFolder
  let staging: Staging
  /// What the last build wrote, if there is a record of it.
  private let previous: Manifest?
  private let knownFolders: KnownFolders
  private let progress: Mutex<Progress>

  /// Begins a transaction: makes the folders that are not there, waits for other builds of the same output
  /// folder, and finishes what an interrupted one left.
  ///
  /// - Parameters:
  ///   - output: The output folder's path; it must not be a link.
  ///   - state: The state folder's path; it must be apart from the output folder.
  ///   - report: Is called when there is something to tell, on this thread.
  package convenience init(
    output: String, state: String, report: (Event) -> Void = { _ in }
  ) throws(PublishingFailure) {
    try self.init(output: output, state: state, system: OperatingSystem(), report: report)
  }

  init(
    output path: String, state statePath: String, system: any FileSystem, report: (Event) -> Void = { _ in }
  ) throws(PublishingFailure) {
    self.system = system
    let overlaps = try overlapProblems(output: path, others: [(statePath, .state)], system: system)
    if !overlaps.isEmpty { throw PublishingFailure(overlaps) }
    let (output, lock) = try Self.lockedFolder(path, system: system, report: report)
    self.output = output
    var progress = Progress(lock: lock)
    do throws(PublishingFailure) {
      state = try StateFolder(
        state: statePath, output: try system.resolvedPath(path), system: system)
      let recovery = Recovery(output: output, state: state, system: system)
      if try recovery.run(warnings: &progress.warnings) { report(.finishedInterruptedBuild) }
      previous = try state.readManifest(warnings: &progress.warnings)
      staging = try Staging.make(output: output, state: state, system: system)
    } catch {
      output.removeMadeFolders()
      throw error
    }
    knownFolders = KnownFolders(output, system: system)
    self.progress = Mutex(progress)
  }

  /// Opens the output folder and takes its lock.
  private static func lockedFolder(
    _ path: String, system: any FileSystem, report: (Event) -> Void
  ) throws(PublishingFailure) -> (OutputFolder, lock: Folder) {
    while true {
      let output = try OutputFolder(path: path, system: system)
      do throws(PublishingFailure) {
        let lock = try attempt(.lock, output.path) { () throws(SystemError) in
          // A descriptor of its own, so that the lock ends with the transaction.
          let lock = try system.openFolder(".", in: output.folder, followingLinks: false)
          if !(try system.tryLock(lock.descriptor)) {
            report(.waitingForAnotherBuild)
            try system.lock(lock.descriptor)
          }
          return lock
        }
        if try output.isStillThere() { return (output, lock) }
      } catch {
        output.removeMadeFolders()
        throw error
      }
    }
  }

  /// Takes a file of the site: compares it with the one in the output folder, and writes it beside the site
  /// if they differ. Can be called from several threads at once.
  ///
  /// - Parameters:
  ///   - path: The file's path in the output folder, such as `de/nachrichten/x/index.html`.
  ///   - bytes: Are needed only during the call.
  package func stage(
    path: String, role: OutputRole, bytes: UnsafeRawBufferPointer
  ) throws(PublishingFailure) {
    do throws(PublishingFailure) {
      let path = try OutputPath(path)
      let isFirst = progress.withLock { $0.staged.updateValue(nil, forKey: path) == nil }
      if !isFirst { throw PublishingFailure(.duplicatePath(output.shown(path))) }
      let file = try stagedFile(path, role: role, bytes: bytes)
      progress.withLock { $0.staged[path] = file }
    } catch {
      progress.withLock { $0.hasFailed = true }
      throw error
    }
  }

  /// Takes a file of the site, as ``stage(path:role:bytes:)-(_,_,UnsafeRawBufferPointer)`` does.
  package func stage(path: String, role: OutputRole, bytes: [UInt8]) throws(PublishingFailure) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(PublishingFailure) in try stage(path: path, role: role, bytes: bytes) }
    }
    try result.get()
  }

  private func stagedFile(
    _ path: OutputPath, role: OutputRole, bytes: UnsafeRawBufferPointer
  ) throws(PublishingFailure) -> StagedFile {
    let finding = try finding(at: path, comparedWith: bytes)
    do throws(SystemError) {
      let staged = finding == .same ? "" : try staging.write(bytes)
      return StagedFile(role: role, hash: ContentHash(bytes), finding: finding, staged: staged)
    } catch {
      throw PublishingFailure(.systemFailure(.write, output.shown(path), reason: error))
    }
  }

  private func finding(
    at path: OutputPath, comparedWith bytes: UnsafeRawBufferPointer
  ) throws(PublishingFailure) -> StagedFile.Finding {
    switch try knownFolders.folder(of: path) {
    case .nothing: return .nothing
    case .file(let obstacle): return .fileOnTheWay(obstacle)
    case .folder: break
    }
    let comparison: Comparison
    do throws(SystemError) {
      comparison = try system.compare(path.text, in: output.folder, with: bytes)
    } catch {
      throw PublishingFailure(.systemFailure(.read, output.shown(path), reason: error))
    }
    switch comparison {
    case .same: return .same
    case .different: return .otherFile
    case .absent: return .nothing
    case .folder: return .folder
    case .link: throw PublishingFailure(.linkInOutput(output.shown(path), file: output.shown(path)))
    case .special: throw PublishingFailure(.notAFile(output.shown(path)))
    }
  }

  /// Puts all staged files in place, assets first, and removes what earlier builds wrote and this one does
  /// not have. The transaction has then ended, whether this throws or not.
  package func commit() throws(PublishingFailure) -> PublishingSummary {
    let (staged, hasFailed, warnings) = progress.withLock { progress in
      let isOpen = progress.lock != nil
      return (progress.staged, progress.hasFailed || !isOpen, progress.warnings)
    }
    defer { end() }
    do throws(PublishingFailure) {
      var files: [OutputPath: StagedFile] = [:]
      files.reserveCapacity(staged.count)
      for case (let path, let file?) in staged { files[path] = file }
      if hasFailed || files.count != staged.count { throw PublishingFailure(.incomplete) }
      let planner = ChangePlanner(files: files, previous: previous, output: output, system: system)
      var plan = try planner.plan()
      plan.summary.warnings = warnings + plan.summary.warnings
      if !plan.steps.isEmpty || plan.manifest != previous {
        try Publication(output: output, state: state, staging: staging, system: system).carryOut(plan)
      }
      removeTemporaryFiles(warnings: &plan.summary.warnings)
      return plan.summary
    } catch {
      // After an interruption the next build needs the staged files.
      if !error.problems.contains(.interrupted(output.path)) { discard() }
      throw error
    }
  }

  /// Ends the transaction and leaves the output folder as it was.
  package func abandon() {
    let isOpen = progress.withLock { $0.lock != nil }
    if isOpen { discard() }
    end()
  }

  private func discard() {
    var warnings: [PublishingProblem] = []
    // Why nothing is published is what matters now; the next build removes what is left.
    removeTemporaryFiles(warnings: &warnings)
    output.removeMadeFolders()
  }

  private func removeTemporaryFiles(warnings: inout [PublishingProblem]) {
    do throws(SystemError) {
      try staging.remove()
      try state.removeTemporaryFiles()
    } catch {
      warnings.append(.leftovers(staging.path, reason: error))
    }
  }

  private func end() {
    progress.withLock { $0.lock = nil }
  }
}
