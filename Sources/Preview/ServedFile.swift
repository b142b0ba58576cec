package import Diagnostics

/// A file of the site that is previewed.
package struct ServedFile: Sendable {
  package enum Content: Sendable {
    /// Bytes that are made when they are asked for.
    case made(@Sendable () -> Result<[UInt8], DiagnosedFailure>)
    /// The bytes of a file on disk, given by its path.
    case disk(String)
  }

  /// The path below the site's root, without a slash at the beginning: `de/nachrichten/x/index.html`.
  package let path: String
  package let content: Content
  /// What it is made with, for the list of what takes long: a template's name.
  package let maker: String?

  package init(path: String, content: Content, maker: String? = nil) {
    self.path = path
    self.content = content
    self.maker = maker
  }

  var isPage: Bool { path.hasSuffix(".html") || path.hasSuffix(".htm") }
}
