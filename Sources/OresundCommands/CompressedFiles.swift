import Compression

/// The smaller forms of a file that servers send in its place (`compress: true`).
enum CompressedFiles {
  /// The endings of files that are text; pictures and the search index are compressed as they are.
  private static let endings: Set<Substring> = [
    "atom", "css", "csv", "geojson", "htm", "html", "ics", "js", "json", "md", "mjs", "svg", "txt",
    "webmanifest", "xml",
    "yml",
  ]

  /// Each with its path; nothing for what is no text.
  static func of(path: String, bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
    guard let dot = path.lastIndex(of: "."), endings.contains(path[path.index(after: dot)...]) else {
      return []
    }
    return ContentEncoding.allCases.compactMap { encoding in
      encoding.encode(bytes).map { (path + encoding.ending, $0) }
    }
  }
}
