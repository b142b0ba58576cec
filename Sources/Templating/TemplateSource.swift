/// A template's text with its name.
package struct TemplateSource: Sendable {
  /// What other templates call it: its path below the templates folder (`news.html`, `parts/card.html`).
  package let name: String
  /// The file's path as it was given, for diagnostics.
  package let file: String
  /// The file, UTF-8.
  package let bytes: [UInt8]

  package init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    self.bytes = bytes
  }
}
