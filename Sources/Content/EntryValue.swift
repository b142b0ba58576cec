/// A field's value for readers of a language, with the language that it is in.
package struct EntryValue: Sendable {
  package let value: Located<FieldValue>
  /// The language of the value; of a shared one, that of the original.
  package let language: String
  /// For a record: the languages of its translated parts, which can come from different variants.
  package let partLanguages: [String: String]

  package init(_ value: Located<FieldValue>, language: String, partLanguages: [String: String] = [:]) {
    self.value = value
    self.language = language
    self.partLanguages = partLanguages
  }

  /// The language of a record's part.
  package func language(ofPart name: String) -> String { partLanguages[name] ?? language }
}
