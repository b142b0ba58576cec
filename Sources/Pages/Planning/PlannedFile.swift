package import Templating

/// A file of the site that is to be published.
package struct PlannedFile: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    /// The bytes of a file, given by its path.
    case copy(of: String)
    /// A page, rendered when it is asked for: appends to the buffer, or tells why it cannot.
    case page(@Sendable (inout [UInt8]) -> RenderFailure?)
    /// A feed or another file that is no page, made when it is asked for.
    case made(@Sendable () -> [UInt8])
  }

  /// The path below the output folder, without a slash at the beginning: `de/nachrichten/x/index.html`.
  package let path: String
  /// Whether its address changes with its bytes, so that pages of the last build may still need it.
  package let isAsset: Bool
  package let content: Content
  /// The template that renders it, for the list of what takes long; `nil` where there is none.
  package let template: String?

  /// Whether its bytes are those of a file of the content.
  var isCopy: Bool { if case .copy = content { true } else { false } }

  package init(path: String, isAsset: Bool = false, content: Content, template: String? = nil) {
    self.path = path
    self.isAsset = isAsset
    self.content = content
    self.template = template
  }
}
