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
    self.path = Self.withoutSlashes(path)
    self.system = system
    do throws(SystemError) {
      made = try Self.makeFolders(self.path, system: system)
      folder = try system.openFolder(self.path, in: nil, followingLinks: false)
      try system.checkWritable(folder)
    } catch {
      switch error {
      case .isALink, .isNotAFolder:
        let isLink = (try? system.status(self.path, in: nil).kind) == .link
        throw PublishingFailure(isLink ? .outputIsLink(self.path) : .notAFolder(self.path))
      default: throw PublishingFailure(.outputNotWritable(self.path, reason: error))
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
      try system.makeFolder(path, in: nil)
      return [path] + around
    }
  }
}
