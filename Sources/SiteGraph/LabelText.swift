/// A short text as it stands in the pages of one language.
package struct LabelText: Hashable, Sendable {
  package let text: String
  /// The language that the text is in, `nil` for a proper name.
  package let language: String?

  package init(text: String, language: String?) {
    self.text = text
    self.language = language
  }
}
