import Synchronization

/// Where a build's files wait until all are there: a folder on the output folder's file system, so that they
/// can be moved from it in one step. After the publication the old files are in it.
final class Staging: Sendable {
  /// Which folder the files are in.
  enum Location: String, Hashable, Sendable {
    /// One of the state folder's.
    case state
    /// ``OutputPath/stagingFolder`` in the output folder, where the state folder is on another file system.
    case output
  }

  let location: Location
  /// The folder's path, as it is shown.
  let path: String
  let folder: Folder
  private let parent: Folder
  private let name: String
  private let system: any FileSystem
  private let counter = Atomic<Int>(0)

  private init(
    location: Location, path: String, folder: Folder, parent: Folder, name: String, system: any FileSystem
  ) {
    self.location = location
    self.path = path
    self.folder = folder
    self.parent = parent
    self.name = name
    self.system = system
  }

  /// Opens the staging folder of a place, which need not be there.
  static func existing(
    at location: Location, output: OutputFolder, state: StateFolder, system: any FileSystem
  ) throws(PublishingFailure) -> Staging? {
    let (parent, parentPath, name) =
      switch location {
      case .state: (state.folder, state.path, "staging")
      case .output: (output.folder, output.path, OutputPath.stagingFolder)
      }
    let path = "\(parentPath)/\(name)"
    do throws(SystemError) {
      return Staging(
        location: location, path: path,
        folder: try system.openFolder(name, in: parent, followingLinks: false),
        parent: parent, name: name, system: system)
    } catch .doesNotExist {
      return nil
    } catch {
      throw PublishingFailure(.systemFailure(.read, path, reason: error))
    }
  }

  /// Makes an empty staging folder on the output folder's file system.
  static func make(
    output: OutputFolder, state: StateFolder, system: any FileSystem
  ) throws(PublishingFailure) -> Staging {
    do throws(SystemError) {
      try system.makeFolder("staging", in: state.folder)
    } catch {
      throw PublishingFailure(.systemFailure(.create, "\(state.path)/staging", reason: error))
    }
    if let staging = try existing(at: .state, output: output, state: state, system: system) {
      do throws(SystemError) {
        let device = try system.status(staging.folder.descriptor).device
        if try device == system.status(output.folder.descriptor).device { return staging }
        try staging.remove()
        try system.makeFolder(OutputPath.stagingFolder, in: output.folder)
      } catch {
        throw PublishingFailure(.systemFailure(.create, staging.path, reason: error))
      }
    }
    if let staging = try existing(at: .output, output: output, state: state, system: system) {
      return staging
    }
    throw PublishingFailure(.systemFailure(.create, "\(state.path)/staging", reason: .doesNotExist))
  }

  /// A name that no other file of this build has.
  func newName() -> String {
    String(counter.add(1, ordering: .relaxed).newValue)
  }

  /// Writes a file of the site. It becomes durable with ``flush()``.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) -> String {
    let name = newName()
    try system.writeFile(name, in: folder, bytes, durably: !system.flushesWholeVolumes)
    return name
  }

  func flush() throws(SystemError) {
    try system.flushVolume(folder)
  }

  /// Removes the folder and the files in it.
  func remove() throws(SystemError) {
    for name in try system.names(in: folder) { try system.removeFile(name, in: folder) }
    try system.removeFolder(name, in: parent)
  }
}
