/// How a new manifest came in the place of the old one.
enum ManifestExchange: Hashable, Sendable {
  /// Both are there, under each other's name.
  case swapped
  /// There was no old one.
  case moved
  /// The old one is gone.
  case overwritten
}

/// The part of the state folder that is about one output folder: its manifest, its journal, its staging area.
struct StateFolder: Sendable {
  /// The path as it is shown: the given one with the part's own behind it.
  let path: String
  let folder: Folder
  let system: any FileSystem

  private static let manifest = "manifest"
  private static let nextManifest = "manifest.next"
  private static let journal = "journal"
  private static let nextJournal = "journal.next"

  /// Opens the part for an output folder, and makes it if it is not there. It is found by the way from the
  /// state folder to the output folder, so that a site that is moved, or copied by a CI service to another
  /// place, still knows what it published.
  ///
  /// - Parameter output: The output folder's path without links (``FileSystem/resolvedPath(_:)``).
  init(state: String, output: String, system: any FileSystem) throws(PublishingFailure) {
    let way = Self.way(from: try system.resolvedPath(state), to: output)
    let key = ContentHash(Array(way.utf8)).text
    path = "\(OutputFolder.withoutSlashes(state))/outputs/\(key)"
    self.system = system
    do throws(SystemError) {
      try OutputFolder.makeFolders(path, system: system)
      folder = try system.openFolder(path, in: nil, followingLinks: true)
    } catch .isNotAFolder {
      throw PublishingFailure(.notAFolder(state))
    } catch {
      throw PublishingFailure(.systemFailure(.create, path, reason: error))
    }
  }

  /// A relative path.
  ///
  /// - Parameters: Absolute paths without links, `.` and `..`.
  private static func way(from folder: String, to other: String) -> String {
    let parts = folder.split(separator: "/")
    let otherParts = other.split(separator: "/")
    let common = zip(parts, otherParts).prefix { $0 == $1 }.count
    return (parts.dropFirst(common).map { _ in ".." } + otherParts.dropFirst(common)).joined(separator: "/")
  }

  /// What the last build wrote, or `nil` if there was none or its manifest is damaged.
  func readManifest(warnings: inout [PublishingProblem]) throws(PublishingFailure) -> Manifest? {
    guard let bytes = try read(Self.manifest) else { return nil }
    if let manifest = Manifest(bytes: bytes) { return manifest }
    warnings.append(.stateIgnored("\(path)/\(Self.manifest)"))
    return nil
  }

  func readJournal(warnings: inout [PublishingProblem]) throws(PublishingFailure) -> Journal? {
    guard let bytes = try read(Self.journal) else { return nil }
    if let journal = Journal(bytes: bytes) { return journal }
    warnings.append(.stateIgnored("\(path)/\(Self.journal)"))
    return nil
  }

  private func read(_ name: String) throws(PublishingFailure) -> [UInt8]? {
    do throws(SystemError) {
      return try system.bytes(of: name, in: folder)
    } catch {
      throw PublishingFailure(.systemFailure(.read, "\(path)/\(name)", reason: error))
    }
  }

  /// Writes the manifest as it is to be, beside the one that counts.
  func prepare(_ manifest: [UInt8]) throws(SystemError) {
    try system.removeFileIfThere(Self.nextManifest, in: folder)
    let result = manifest.withUnsafeBytes { bytes in
      Result { () throws(SystemError) in
        try system.writeFile(Self.nextManifest, in: folder, bytes, durably: true)
      }
    }
    try result.get()
  }

  /// Writes the journal. From here on a crash leads to the new site.
  func write(_ journal: Journal) throws(SystemError) {
    try system.replaceFile(Self.journal, in: folder, with: journal.bytes, temporary: Self.nextJournal)
  }

  /// Makes the prepared manifest the one that counts.
  ///
  /// - Returns: How to go back.
  func exchangeManifests() throws(SystemError) -> ManifestExchange {
    do throws(SystemError) {
      try system.swap(Self.nextManifest, in: folder, with: Self.manifest, in: folder)
      return .swapped
    } catch .doesNotExist {
      try system.move(Self.nextManifest, in: folder, to: Self.manifest, in: folder)
      return .moved
    } catch .isNotSupported {
      try system.move(Self.nextManifest, in: folder, to: Self.manifest, in: folder)
      return .overwritten
    }
  }

  /// Undoes an exchange of the manifests.
  func undo(_ exchange: ManifestExchange) throws(SystemError) {
    switch exchange {
    case .swapped: try system.swap(Self.nextManifest, in: folder, with: Self.manifest, in: folder)
    case .moved: try system.move(Self.manifest, in: folder, to: Self.nextManifest, in: folder)
    case .overwritten: throw .isNotSupported
    }
  }

  func flush() throws(SystemError) {
    try system.flush(folder.descriptor)
  }

  /// Whether the manifest, or the prepared one, has these bytes.
  func hasManifest(_ hash: ContentHash, prepared: Bool) throws(SystemError) -> Bool {
    let bytes = try system.bytes(of: prepared ? Self.nextManifest : Self.manifest, in: folder)
    return bytes.map { ContentHash($0) } == hash
  }

  func removeJournal() throws(SystemError) {
    try system.removeFileIfThere(Self.journal, in: folder)
  }

  /// Removes what a build leaves beside the manifest.
  func removeTemporaryFiles() throws(SystemError) {
    try system.removeFileIfThere(Self.nextManifest, in: folder)
    try system.removeFileIfThere(Self.nextJournal, in: folder)
  }
}
