/// Finishes what a build that was stopped left half done, and throws away what it had only begun.
struct Recovery {
  let output: OutputFolder
  let state: StateFolder
  let system: any FileSystem

  /// Puts things right.
  ///
  /// - Returns: Whether the site of an interrupted build was completed.
  func run(warnings: inout [PublishingProblem]) throws(PublishingFailure) -> Bool {
    var isCompleted = false
    if let journal = try state.readJournal(warnings: &warnings) {
      isCompleted = try complete(journal)
    }
    try attempt(.write, state.path) { () throws(SystemError) in
      try state.removeJournal()
      try state.flush()
    }
    for location in [Staging.Location.state, .output] {
      guard
        let staging = try Staging.existing(at: location, output: output, state: state, system: system)
      else { continue }
      try attempt(.remove, staging.path) { () throws(SystemError) in try staging.remove() }
    }
    try attempt(.remove, state.path) { () throws(SystemError) in try state.removeTemporaryFiles() }
    return isCompleted
  }

  /// Does what a journal says and is not done yet; `false`, and nothing done, if files for it are missing
  /// (somebody has changed the folders since).
  private func complete(_ journal: Journal) throws(PublishingFailure) -> Bool {
    let staging = try Staging.existing(
      at: journal.staging, output: output, state: state, system: system)
    var cursor = FolderCursor(output, system: system)
    for case .put(let path, let staged, let hash, _) in journal.steps {
      if try holds(path, hash, &cursor) { continue }
      guard let staging, try holds(staged, in: staging, hash) else { return false }
    }
    let (isCurrent, isPrepared) = try attempt(.read, state.path) { () throws(SystemError) in
      (
        try state.hasManifest(journal.manifest, prepared: false),
        try state.hasManifest(journal.manifest, prepared: true)
      )
    }
    guard isCurrent || isPrepared else { return false }
    for step in journal.steps { try complete(step, staging, &cursor) }
    try attempt(.flush, output.path) { () throws(SystemError) in try system.flushVolume(output.folder) }
    if !isCurrent {
      try attempt(.write, state.path) { () throws(SystemError) in
        _ = try state.exchangeManifests()
        try state.flush()
      }
    }
    return true
  }

  private func complete(
    _ step: PublishingStep, _ staging: Staging?, _ cursor: inout FolderCursor
  ) throws(PublishingFailure) {
    switch step {
    case .put(let path, let staged, let hash, _):
      guard let staging, !(try holds(path, hash, &cursor)) else { return }
      let folder = try cursor.madeFolder(of: path) { _ in }
      try attempt(.replace, output.shown(path)) { () throws(SystemError) in
        try system.move(staged, in: staging.folder, to: String(path.name), in: folder)
      }
    case .remove(let path, let hash):
      guard try holds(path, hash, &cursor), let folder = try cursor.existingFolder(of: path) else { return }
      try attempt(.remove, output.shown(path)) { () throws(SystemError) in
        try system.removeFileIfThere(String(path.name), in: folder)
      }
    case .removeFolder(let path):
      guard let folder = try cursor.existingFolder(of: path) else { return }
      _ = try attempt(.remove, output.shown(path)) { () throws(SystemError) in
        try system.removeFolderIfEmpty(String(path.name), in: folder)
      }
    }
  }

  private func holds(
    _ path: OutputPath, _ hash: ContentHash, _ cursor: inout FolderCursor
  ) throws(PublishingFailure) -> Bool {
    guard let folder = try cursor.existingFolder(of: path) else { return false }
    return try attempt(.read, output.shown(path)) { () throws(SystemError) in
      try holds(String(path.name), in: folder, hash)
    }
  }

  private func holds(
    _ name: String, in staging: Staging, _ hash: ContentHash
  ) throws(PublishingFailure) -> Bool {
    try attempt(.read, staging.path) { () throws(SystemError) in
      try holds(name, in: staging.folder, hash)
    }
  }

  private func holds(_ name: String, in folder: Folder, _ hash: ContentHash) throws(SystemError) -> Bool {
    let bytes = try system.bytes(of: name, in: folder)
    return bytes.map { ContentHash($0) } == hash
  }
}
