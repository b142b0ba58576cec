package import Diagnostics

/// One walk through a folder on disk: the content, the templates. Links are followed to files in the folder.
package struct FolderScan {
  /// The deepest folder that is looked into.
  private static let maximumDepth = 32

  let root: String
  /// The paths of the files from the root, in the order of the system.
  package private(set) var files: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether there is a link among the files: what it leads to can change while its folder does not.
  private(set) var hasLinks = false
  private var resolvedRoot = ""

  /// - Parameter root: The folder as given.
  package init(root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// Looks for all files.
  package mutating func run() {
    guard let resolved = Disk.resolved(root) else {
      diagnostics.append(FolderProblem.noFolder(root).at(Place(file: root)))
      return
    }
    resolvedRoot = resolved
    walk("", depth: 0)
  }

  /// - Parameter folder: The path from the root with a slash at its end, or nothing.
  private mutating func walk(_ folder: String, depth: Int) {
    let path = folder.isEmpty ? root : "\(root)/\(folder.dropLast())"
    guard depth <= Self.maximumDepth else {
      return diagnostics.append(FolderProblem.tooDeep.at(Place(file: path)))
    }
    do {
      for (name, item) in try Disk.items(in: path) {
        guard let name else {
          diagnostics.append(FolderProblem.nameIsNoUTF8.at(Place(file: path)))
          continue
        }
        if Self.isPassedOver(name, inStatic: folder.hasPrefix("static/")) { continue }
        let place = Place(file: "\(path)/\(name)")
        switch item {
        case .file: files.append(folder + name)
        case .folder: walk("\(folder)\(name)/", depth: depth + 1)
        case .link:
          hasLinks = true
          if follows(place) { files.append(folder + name) }
        case .other: diagnostics.append(FolderProblem.noRegularFile.at(place))
        }
      }
    } catch {
      diagnostics.append(SourceProblem.unreadable(reason: error.reason).at(Place(file: path)))
    }
  }

  /// Whether a link leads to a file of the folder.
  private mutating func follows(_ place: Place) -> Bool {
    guard let target = Disk.resolved(place.file) else {
      diagnostics.append(FolderProblem.brokenLink.at(place))
      return false
    }
    guard target.hasPrefix(resolvedRoot + "/") else {
      diagnostics.append(FolderProblem.linkLeaves(target: target).at(place))
      return false
    }
    do {
      if try Disk.item(at: target) == .file { return true }
      diagnostics.append(FolderProblem.linkToFolder.at(place))
    } catch {
      diagnostics.append(SourceProblem.unreadable(reason: error.reason).at(place))
    }
    return false
  }

  /// Whether a walk passes over what a path from the root leads to.
  package static func passesOver(_ path: some StringProtocol) -> Bool {
    path.split(separator: "/").contains {
      isPassedOver(String($0), inStatic: path.hasPrefix("static/"))
    }
  }

  /// Hidden files, and backups and locks of editors.
  static func isPassedOver(_ name: String, inStatic: Bool) -> Bool {
    switch name {
    case ".DS_Store", ".git", ".gitignore", ".gitkeep", ".gitattributes", "Thumbs.db", "desktop.ini":
      return true
    default: break
    }
    if name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".swo") { return true }
    if name.hasPrefix(".#") || name.hasPrefix("#") && name.hasSuffix("#") { return true }
    return name.hasPrefix(".") && !inStatic
  }
}
