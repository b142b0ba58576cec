import Content
import Diagnostics
import Foundation

/// Writes the files of a new site, or none of them.
struct StarterWriter {
  /// The folder as given; need not exist.
  let folder: String

  /// What stands against it, in which case nothing was written; else nothing.
  func write(_ files: [(path: String, bytes: [UInt8])]) -> [Diagnostic] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: root.path, isDirectory: &isFolder), !isFolder.boolValue {
      return [CommandProblem.fileInTheWay(folder).at(nil)]
    }
    let taken = files.map(\.path).filter { path in
      // A link counts, even to nowhere. What cannot be looked at cannot be written either, and is told as that.
      (try? manager.attributesOfItem(atPath: root.appendingPathComponent(path).path)) != nil
    }
    if !taken.isEmpty { return [CommandProblem.filesInTheWay(folder, taken).at(nil)] }
    do {
      for file in files {
        let url = root.appendingPathComponent(file.path)
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url, options: .withoutOverwriting)
      }
      return []
    } catch {
      return [CommandProblem.notWritten(folder, reason: error.reason).at(nil)]
    }
  }
}
