import Synchronization

/// What stands where the site needs folders, looked at once for each.
final class KnownFolders: Sendable {
  enum Finding: Hashable, Sendable {
    case folder
    case nothing
    /// A file, at this path, stands where a folder is needed.
    case file(OutputPath)
  }

  private let output: OutputFolder
  private let system: any FileSystem
  private let findings = Mutex<[OutputPath: Finding]>([:])

  init(_ output: OutputFolder, system: any FileSystem) {
    self.output = output
    self.system = system
  }

  /// What stands where the folder of a file belongs.
  ///
  /// - Throws: If it is a link or something else that is neither file nor folder.
  func folder(of file: OutputPath) throws(PublishingFailure) -> Finding {
    try finding(file.folder, for: file)
  }

  private func finding(_ folder: OutputPath?, for file: OutputPath) throws(PublishingFailure) -> Finding {
    guard let folder else { return .folder }
    if let known = findings.withLock({ $0[folder] }) { return known }
    let around = try finding(folder.folder, for: file)
    let finding = around == .folder ? try look(at: folder, for: file) : around
    findings.withLock { $0[folder] = finding }
    return finding
  }

  private func look(at folder: OutputPath, for file: OutputPath) throws(PublishingFailure) -> Finding {
    let kind: FileStatus.Kind
    do throws(SystemError) {
      kind = try system.status(folder.text, in: output.folder).kind
    } catch .doesNotExist {
      return .nothing
    } catch {
      throw PublishingFailure(.systemFailure(.read, output.shown(folder), reason: error))
    }
    switch kind {
    case .folder: return .folder
    case .file: return .file(folder)
    case .link: throw PublishingFailure(.linkInOutput(output.shown(folder), file: output.shown(file)))
    case .other: throw PublishingFailure(.notAFile(output.shown(folder)))
    }
  }
}
