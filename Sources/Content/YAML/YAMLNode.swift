package import Diagnostics

/// A value of a YAML document with its place. Scalars are text: what they mean is decided by whoever
/// knows the type of the field.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([Member])
  }

  /// How a scalar was written.
  package enum Style: Sendable {
    /// Without quotes, in one line or several.
    case plain
    case quoted
    /// From the line after a `|` or `>`.
    case block
  }

  package struct Member: Sendable {
    package let key: Located<String>
    package let value: YAMLNode
  }

  package let content: Content
  package let place: Place

  /// Whether nothing was written, as the value of `title:`, or YAML's sign for nothing, `~`. The word
  /// “null” is text like any other.
  var isNull: Bool {
    switch content {
    case .scalar("", .plain), .scalar("~", .plain): true
    default: false
    }
  }

  /// Whether `""` was written, or quotation marks with nothing but blanks between them.
  var isEmptyText: Bool {
    guard case .scalar(let text, let style) = content, style != .plain else { return false }
    return text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
  }

  package var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }
  package var sequence: [YAMLNode]? { if case .sequence(let nodes) = content { nodes } else { nil } }
  package var mapping: [Member]? { if case .mapping(let members) = content { members } else { nil } }

  /// What the node is, in words for a message.
  package var shape: String {
    switch content {
    case _ where isNull, .scalar("", _): "nothing"
    case .scalar(let text, _): "“\(excerpt(of: text))”"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

/// A text as messages show it: its beginning, in one line.
func excerpt(of text: String) -> String {
  let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
  let start = line.prefix(60)
  return String(start) + (start.count < text.unicodeScalars.count ? "…" : "")
}
