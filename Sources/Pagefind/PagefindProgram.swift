import Foundation

/// The program Pagefind on this machine.
package struct PagefindProgram: Hashable, Sendable {
  /// The environment variable that names it, the same as for Pagefind's own Python and Node packages.
  static let variable = "PAGEFIND_BINARY_PATH"
  /// Where `bin/setup` puts it, below the site's folder.
  static let installed = ".tools/bin/pagefind"

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Finds the program: where the user says, else where the environment says, else where `bin/setup` puts it, else
  /// on the search path.
  ///
  /// - Parameters:
  ///   - chosen: What the user named; an empty text means none.
  ///   - environment: `PAGEFIND_BINARY_PATH` and `PATH` count.
  ///   - folder: The site's folder.
  /// - Returns: `nil` where it is not installed.
  /// - Throws: ``PagefindProblem/noProgram(_:)`` where what was named is not there.
  package static func find(
    chosen: String?, environment: [String: String], folder: String = "."
  ) throws(PagefindProblem) -> PagefindProgram? {
    if let named = chosen ?? environment[variable] {
      if named.isEmpty { return nil }
      guard isProgram(named) else { throw .noProgram(named) }
      return PagefindProgram(path: named)
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return (["\(folder)/\(installed)"] + folders.map { "\($0)/pagefind" }).first(where: isProgram).map {
      PagefindProgram(path: $0)
    }
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
