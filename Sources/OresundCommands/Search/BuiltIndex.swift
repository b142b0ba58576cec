import Pagefind

/// A search index, and what tells whether it still fits the site.
struct BuiltIndex: Sendable {
  /// Changes with every text that can be found, and with the program that made the index.
  let fingerprint: String
  /// Sorted by path.
  let files: [IndexFile]
  /// Whether it was made by this build.
  var isNew = true
}
