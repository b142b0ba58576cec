import Diagnostics
import Foundation

/// Files that are to be made, all or none, and never over others.
struct NewFiles {
  private(set) var files: [(path: String, text: String)] = []

  mutating func add(_ path: String, text: String) { files.append((path, text)) }

  /// Writes the files; where one cannot be written, those written before it are removed again.
  func write() throws(DiagnosedFailure) {
    for (number, file) in files.enumerated() {
      do {
        let url = URL(fileURLWithPath: file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
      } catch {
        let left = files[..<number].compactMap { Self.remove($0.path) }
        // Also where a file stands in the place of the folder.
        let exists =
          (error as? CocoaError)?.code == .fileWriteFileExists
          && FileManager.default.fileExists(atPath: file.path)
        let place = Place(file: file.path)
        throw DiagnosedFailure(
          diagnostic: exists
            ? NewEntryProblem.exists(file.path).at(place, notes: left)
            : CommandProblem.unwritable(file.path, reason: error.reason).at(place, notes: left))
      }
    }
  }

  /// Removes a file that was written; where that fails, says that it stays.
  private static func remove(_ path: String) -> Note? {
    do {
      try FileManager.default.removeItem(atPath: path)
      return nil
    } catch {
      return Note("this file was written and could not be removed again", at: Place(file: path))
    }
  }
}
