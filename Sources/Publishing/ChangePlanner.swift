/// What is to be done to an output folder, and what is true when it is done.
struct ChangePlan: Sendable {
  let steps: [PublishingStep]
  let manifest: Manifest
  var summary: PublishingSummary
}

/// Decides what is to be done to an output folder. Looks at it, changes nothing.
struct ChangePlanner {
  private let files: [OutputPath: StagedFile]
  private let previous: Manifest?
  private let output: OutputFolder
  private let system: any FileSystem

  private var cursor: FolderCursor
  private var problems: [PublishingProblem] = []
  private var summary = PublishingSummary()
  private var manifest: Manifest
  /// All folders of the new site.
  private var folders: Set<OutputPath> = []
  /// What must go before the new files come.
  private var obstacles: [OutputPath: ContentHash] = [:]
  private var obstacleFolders: Set<OutputPath> = []
  /// What goes after the new files have come.
  private var removals: [OutputPath: ContentHash] = [:]

  init(
    files: [OutputPath: StagedFile], previous: Manifest?, output: OutputFolder, system: any FileSystem
  ) {
    self.files = files
    self.previous = previous
    self.output = output
    self.system = system
    cursor = FolderCursor(output, system: system)
    manifest = Manifest(files: files.mapValues { Manifest.File(role: $0.role, hash: $0.hash) })
  }

  /// The plan.
  ///
  /// - Throws: All reasons why there can be none.
  consuming func plan() throws(PublishingFailure) -> ChangePlan {
    let paths = files.keys.sorted()
    collectFolders(paths)
    for path in paths { try decide(path) }
    try decideRemovals()
    if previous == nil, let unknown = try UnknownFiles(besides: files, in: output, system: system).problem {
      summary.warnings.append(unknown)
    }
    if !problems.isEmpty { throw PublishingFailure(problems) }
    return ChangePlan(steps: steps(paths), manifest: manifest, summary: summary)
  }

  /// Finds the folders of the new site, and files in their places.
  private mutating func collectFolders(_ paths: [OutputPath]) {
    for path in paths {
      var folder = path.folder
      while let current = folder, folders.insert(current).inserted {
        if files[current] != nil {
          problems.append(.fileIsFolder(output.shown(current), child: output.shown(path)))
        }
        folder = current.folder
      }
    }
  }

  private mutating func decide(_ path: OutputPath) throws(PublishingFailure) {
    guard let file = files[path] else { return }
    if file.finding == .same {
      summary.unchanged += 1
      return
    }
    summary.written += 1
    switch file.finding {
    case .same, .nothing: break
    case .otherFile:
      if let previous, previous.files[path] == nil {
        summary.warnings.append(.foreignFileReplaced(output.shown(path)))
      }
    case .fileOnTheWay(let obstacle):
      if !(try clear(obstacle)), files[obstacle] == nil {
        let problem = PublishingProblem.fileInTheWay(output.shown(obstacle), file: output.shown(path))
        if !problems.contains(problem) { problems.append(problem) }
      }
    case .folder:
      // If the new site itself needs the folder, that has been said.
      if !folders.contains(path), !(try clearFolder(path)) {
        problems.append(.folderInTheWay(output.shown(path)))
      }
    }
  }

  /// Notes that a file goes first, if it is ours to remove.
  private mutating func clear(_ path: OutputPath) throws(PublishingFailure) -> Bool {
    if obstacles[path] != nil { return true }
    guard let file = previous?.files[path], files[path] == nil, try isAsWritten(path, file) == true else {
      return false
    }
    obstacles[path] = file.hash
    return true
  }

  /// Notes that a folder goes first, if everything in it is ours to remove.
  private mutating func clearFolder(_ path: OutputPath) throws(PublishingFailure) -> Bool {
    obstacleFolders.insert(path)
    guard let parent = try cursor.existingFolder(of: path) else { return false }
    let found = try attempt(.read, output.shown(path)) { () throws(SystemError) in
      let folder = try system.openFolder(String(path.name), in: parent, followingLinks: false)
      var found: [(name: String, kind: FileStatus.Kind)] = []
      for name in try system.names(in: folder).sorted() {
        found.append((name, try system.status(name, in: folder).kind))
      }
      return found
    }
    for (name, kind) in found {
      guard let child = OutputPath(recorded: "\(path)/\(name)") else { return false }
      let isCleared =
        switch kind {
        case .file: try clear(child)
        case .folder: try clearFolder(child)
        case .link, .other: false
        }
      if !isCleared { return false }
    }
    return true
  }

  /// Decides about the files of earlier builds that the new site does not have.
  private mutating func decideRemovals() throws(PublishingFailure) {
    let gone = (previous?.files ?? [:]).filter { files[$0.key] == nil }.sorted { $0.key < $1.key }
    for (path, file) in gone {
      if obstacles[path] != nil {
        summary.removed += 1
      } else if file.role == .asset, !file.isRetired {
        manifest.files[path] = Manifest.File(role: .asset, hash: file.hash, isRetired: true)
        summary.kept += 1
      } else {
        switch try isAsWritten(path, file) {
        case true?:
          removals[path] = file.hash
          summary.removed += 1
        case false?: summary.warnings.append(.changedFileKept(output.shown(path)))
        case nil: break
        }
      }
    }
  }

  /// Whether a file has the bytes that we wrote; `nil` if it is not there.
  private mutating func isAsWritten(
    _ path: OutputPath, _ file: Manifest.File
  ) throws(PublishingFailure) -> Bool? {
    guard let folder = try cursor.existingFolder(of: path) else { return nil }
    return try attempt(.read, output.shown(path)) { () throws(SystemError) in
      let name = String(path.name)
      do throws(SystemError) {
        guard try system.status(name, in: folder).kind == .file else { return false }
      } catch .doesNotExist {
        return nil
      }
      return try system.bytes(of: name, in: folder).map { ContentHash($0) == file.hash }
    }
  }

  /// Everything in its order: what is in the way goes, assets come, then pages, and what is left over goes.
  private func steps(_ paths: [OutputPath]) -> [PublishingStep] {
    func removing(_ removals: [OutputPath: ContentHash]) -> [PublishingStep] {
      removals.sorted { $0.key < $1.key }.map { .remove($0.key, hash: $0.value) }
    }
    func removing(_ folders: Set<OutputPath>) -> [PublishingStep] {
      // Inner folders come after outer ones in their order, and have to go first.
      folders.sorted().reversed().map { .removeFolder($0) }
    }
    func putting(_ role: OutputRole) -> [PublishingStep] {
      paths.compactMap { path in
        guard let file = files[path], file.role == role, file.finding != .same else { return nil }
        return .put(
          path, staged: file.staged, hash: file.hash, replacing: file.finding == .otherFile)
      }
    }
    let emptied = Set(removals.keys.flatMap(\.folders)).subtracting(folders)
    return removing(obstacles) + removing(obstacleFolders) + putting(.asset) + putting(.page)
      + removing(removals) + removing(emptied)
  }
}
