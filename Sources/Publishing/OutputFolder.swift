/// The output folder, open.
struct OutputFolder: Sendable {
  /// The path as it was given, without slashes at the end.
  let path: String
  let folder: Folder
  let system: any FileSystem
  /// The folders that were made for it, innermost first.
  let made: [String]

  /// Opens the folder, and makes it and those around it if they are not there.
  init(path: String, system: any FileSystem) throws(PublishingFailure) {
    let path = Self.withoutSlashes(path)
    self.path = path
    self.system = system
    made = try Self.explained(path, system) { () throws(SystemError) in
      try Self.makeFolders(path, system: system)
    }
    do throws(PublishingFailure) {
      folder = try Self.explained(path, system) { () throws(SystemError) in
        let folder = try system.openFolder(path, in: nil, followingLinks: false)
        try system.checkWritable(folder)
        return folder
      }
    } catch {
      Self.remove(made, system)
      throw error
    }
  }

  /// Does something that fails where the folder cannot be used.
  private static func explained<Success>(
    _ path: String, _ system: any FileSystem, _ body: () throws(SystemError) -> Success
  ) throws(PublishingFailure) -> Success {
    do throws(SystemError) {
      return try body()
    } catch {
      switch error {
      case .isALink, .isNotAFolder:
        // Systems differ in which of the two a link gives. If this look fails too, the folder is no less unusable.
        let isLink = (try? system.status(path, in: nil).kind) == .link
        throw PublishingFailure(isLink ? .outputIsLink(path) : .notAFolder(path))
      default: throw PublishingFailure(.outputNotWritable(path, reason: error))
      }
    }
  }

  /// Whether the path still leads to this folder.
  func isStillThere() throws(PublishingFailure) -> Bool {
    do throws(SystemError) {
      let mine = try system.status(folder.descriptor)
      let there = try system.status(path, in: nil)
      return mine.inode == there.inode && mine.device == there.device
    } catch .doesNotExist {
      return false
    } catch {
      throw PublishingFailure(.systemFailure(.read, path, reason: error))
    }
  }

  /// Removes the folders that were made for it, as far as there is nothing in them.
  func removeMadeFolders() {
    Self.remove(made, system)
  }

  private static func remove(_ made: [String], _ system: any FileSystem) {
    do throws(SystemError) {
      for path in made { _ = try system.removeFolderIfEmpty(path, in: nil) }
    } catch {
      // An empty folder that stays is no harm, and something worse is being reported.
    }
  }

  /// A file's path as it is shown.
  func shown(_ path: OutputPath) -> String { "\(self.path)/\(path)" }

  static func withoutSlashes(_ path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? "." : String(path)
  }

  /// Makes a folder and those around it that are not there, and returns them, innermost first.
  @discardableResult
  static func makeFolders(_ path: String, system: any FileSystem) throws(SystemError) -> [String] {
    do throws(SystemError) {
      try system.makeFolder(path, in: nil)
      return [path]
    } catch .alreadyExists {
      return []
    } catch .doesNotExist {
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw .doesNotExist }
      let around = try makeFolders(withoutSlashes(String(path[..<slash])), system: system)
      do throws(SystemError) {
        try system.makeFolder(path, in: nil)
      } catch {
        remove(around, system)
        throw error
      }
      return [path] + around
    }
  }
}
