/// A file that Pagefind made for the browser.
package struct IndexFile: Hashable, Sendable {
  /// The path below the folder of the index: `pagefind.js`, `fragment/de_0123abc.pf_fragment`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether the file is needed: the user interfaces that Pagefind brings along are not.
  var isNeeded: Bool {
    path.contains("/") || path.hasSuffix(".pagefind") || path.hasSuffix(".pf_meta")
      || ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json"].contains(path)
  }

  /// Whether the file's name changes with its bytes.
  package var isNamedByBytes: Bool { path.contains("/") || path.hasSuffix(".pf_meta") }
}
