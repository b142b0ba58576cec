package import Diagnostics

/// The files of a content folder: which there are, in a fixed order.
package struct ContentFolder: Sendable {
  /// The folder as given, such as `content`.
  package let path: String
  /// The paths of the files from the folder, sorted byte by byte.
  package let files: [String]
  /// Whether some of the files are links.
  let hasLinks: Bool

  package init(path: String, files: [String], hasLinks: Bool = false) {
    self.path = path
    self.hasLinks = hasLinks
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of a file as diagnostics name it and as it can be opened.
  package func path(of file: String) -> String { path.hasSuffix("/") ? path + file : path + "/" + file }

  /// Lists a folder on disk.
  ///
  /// Hidden files and what editors leave behind are passed over, but for hidden files below `static/`
  /// (`.well-known`). A link to a file of the folder counts as that file; any other link is a problem.
  package static func scan(_ path: String) -> (folder: ContentFolder, diagnostics: [Diagnostic]) {
    var scan = FolderScan(root: path)
    scan.run()
    return (ContentFolder(path: path, files: scan.files, hasLinks: scan.hasLinks), scan.diagnostics)
  }
}
