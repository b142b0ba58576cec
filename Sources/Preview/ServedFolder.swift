package import Diagnostics

/// A folder of the site whose files come to be together when somebody asks for one of them, such as a search index.
package struct ServedFolder: Sendable {
  /// The path below the site's root, with a slash at its end: `pagefind/`.
  let path: String
  /// The bytes of a file by its name in the folder, `nil` where there is none. The generation grows with every change of what
  /// files are made of.
  let bytes: @Sendable (_ name: String, _ generation: Int) async -> Result<[UInt8]?, DiagnosedFailure>

  package init(
    path: String,
    bytes: @escaping @Sendable (_ name: String, _ generation: Int) async -> Result<[UInt8]?, DiagnosedFailure>
  ) {
    self.path = path
    self.bytes = bytes
  }
}
