/// Carries out a plan so that after a crash at any point the next build finds what it needs to finish, and
/// so that after a failure everything is put back.
struct Publication {
  /// How a change is undone.
  private enum Undo {
    /// Swaps a staged file back.
    case swap(OutputPath, staged: String)
    /// Moves a file back to where it came from in the staging area.
    case take(OutputPath, staged: String)
    /// Moves a removed file back to its place.
    case restore(OutputPath, staged: String)
    case removeFolder(OutputPath)
    case makeFolder(OutputPath)
    case exchange(ManifestExchange)
    /// The file system could not keep the old file.
    case impossible
  }

  let output: OutputFolder
  let state: StateFolder
  let staging: Staging
  let system: any FileSystem

  /// Does what the plan says.
  ///
  /// - Throws: If it is not done; the output folder is then as it was, unless the failure says
  ///   ``PublishingProblem/interrupted(_:)``.
  func carryOut(_ plan: ChangePlan) throws(PublishingFailure) {
    var undo: [Undo] = []
    do throws(PublishingFailure) {
      let manifest = plan.manifest.bytes
      try attempt(.flush, staging.path) { () throws(SystemError) in try staging.flush() }
      try attempt(.write, state.path) { () throws(SystemError) in
        try state.prepare(manifest)
        try state.write(
          Journal(staging: staging.location, steps: plan.steps, manifest: ContentHash(manifest)))
      }
      var cursor = FolderCursor(output, system: system)
      for step in plan.steps { try carryOut(step, &cursor, &undo) }
      try attempt(.flush, output.path) { () throws(SystemError) in try system.flushVolume(output.folder) }
      try attempt(.write, state.path) { () throws(SystemError) in
        undo.append(.exchange(try state.exchangeManifests()))
        try state.flush()
        try state.removeJournal()
      }
    } catch {
      do throws(PublishingFailure) {
        try putBack(undo)
      } catch let second {
        throw PublishingFailure(error.problems + second.problems + [.interrupted(output.path)])
      }
      throw error
    }
  }

  private func carryOut(
    _ step: PublishingStep, _ cursor: inout FolderCursor, _ undo: inout [Undo]
  ) throws(PublishingFailure) {
    switch step {
    case .put(let path, let staged, _, let replacing):
      let folder = try cursor.madeFolder(of: path) { undo.append(.removeFolder($0)) }
      try attempt(.replace, output.shown(path)) { () throws(SystemError) in
        undo.append(try put(staged, at: path, in: folder, replacing: replacing))
      }
    case .remove(let path, _):
      guard let folder = try cursor.existingFolder(of: path) else { return }
      let trash = staging.newName()
      try attempt(.remove, output.shown(path)) { () throws(SystemError) in
        do throws(SystemError) {
          try system.move(String(path.name), in: folder, to: trash, in: staging.folder)
          undo.append(.restore(path, staged: trash))
        } catch .doesNotExist {}
      }
    case .removeFolder(let path):
      guard let folder = try cursor.existingFolder(of: path) else { return }
      try attempt(.remove, output.shown(path)) { () throws(SystemError) in
        if try system.removeFolderIfEmpty(String(path.name), in: folder) { undo.append(.makeFolder(path)) }
      }
    }
  }

  /// Moves a staged file to its place; the older one there goes to the staging area.
  private func put(
    _ staged: String, at path: OutputPath, in folder: Folder, replacing: Bool
  ) throws(SystemError) -> Undo {
    let name = String(path.name)
    if replacing {
      do throws(SystemError) {
        try system.swap(staged, in: staging.folder, with: name, in: folder)
        return .swap(path, staged: staged)
      } catch .doesNotExist {
        // Somebody has removed it meanwhile.
      } catch .isNotSupported {
        try system.move(staged, in: staging.folder, to: name, in: folder)
        return .impossible
      }
    }
    try system.move(staged, in: staging.folder, to: name, in: folder)
    return .take(path, staged: staged)
  }

  /// Undoes everything, the last first, and then forgets the journal.
  private func putBack(_ undo: [Undo]) throws(PublishingFailure) {
    var cursor = FolderCursor(output, system: system)
    let isPossible = !undo.contains { if case .impossible = $0 { true } else { false } }
    if !isPossible { throw PublishingFailure([]) }
    for change in undo.reversed() { try putBack(change, &cursor) }
    try attempt(.flush, output.path) { () throws(SystemError) in try system.flushVolume(output.folder) }
    try attempt(.write, state.path) { () throws(SystemError) in
      try state.removeJournal()
      try state.flush()
    }
  }

  private func putBack(_ change: Undo, _ cursor: inout FolderCursor) throws(PublishingFailure) {
    switch change {
    case .impossible: break
    case .exchange(let exchange):
      try attempt(.write, state.path) { () throws(SystemError) in try state.undo(exchange) }
    case .swap(let path, let staged):
      try inFolder(of: path, &cursor) { (name, folder) throws(SystemError) in
        try system.swap(staged, in: staging.folder, with: name, in: folder)
      }
    case .take(let path, let staged):
      try inFolder(of: path, &cursor) { (name, folder) throws(SystemError) in
        try system.move(name, in: folder, to: staged, in: staging.folder)
      }
    case .restore(let path, let staged):
      try inFolder(of: path, &cursor) { (name, folder) throws(SystemError) in
        try system.move(staged, in: staging.folder, to: name, in: folder)
      }
    case .removeFolder(let path):
      try inFolder(of: path, &cursor) { (name, folder) throws(SystemError) in
        _ = try system.removeFolderIfEmpty(name, in: folder)
      }
    case .makeFolder(let path):
      try inFolder(of: path, &cursor) { (name, folder) throws(SystemError) in
        try system.makeFolder(name, in: folder)
      }
    }
  }

  private func inFolder(
    of path: OutputPath, _ cursor: inout FolderCursor,
    _ body: (String, Folder) throws(SystemError) -> Void
  ) throws(PublishingFailure) {
    let folder = try cursor.existingFolder(of: path)
    try attempt(.replace, output.shown(path)) { () throws(SystemError) in
      guard let folder else { throw .doesNotExist }
      try body(String(path.name), folder)
    }
  }
}

/// Does something whose failure is told as one about a path.
func attempt<Success>(
  _ action: PublishingProblem.Action, _ path: @autoclosure () -> String,
  _ body: () throws(SystemError) -> Success
) throws(PublishingFailure) -> Success {
  do throws(SystemError) {
    return try body()
  } catch {
    throw PublishingFailure(.systemFailure(action, path(), reason: error))
  }
}
