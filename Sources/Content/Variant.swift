package import CommonMark
package import Diagnostics

/// An entry in one language, as one Markdown file says it: a value that can be kept while the file does
/// not change.
package final class Variant: Sendable {
  package let file: EntryFile
  package let language: String
  /// The front matter, by the fields' names. A date from the file's name is not among them.
  package let fields: [String: Located<FieldValue>]
  /// The rendered body, or `nil` where the file has none.
  package let body: RichText?
  /// The digest of what is translated of it, for translations to remember.
  package let digest: String
  package let isDraft: Bool
  /// Whether there is a body: asked often, and cheaper than the body itself.
  package let hasBody: Bool

  package init(
    file: EntryFile, language: String, fields: [String: Located<FieldValue>], body: RichText?,
    digest: String
  ) {
    self.file = file
    self.language = language
    self.fields = fields
    self.body = body
    self.digest = digest
    hasBody = body != nil
    isDraft = fields["draft"]?.value.boolean ?? false
  }

  /// The place of a field, or else of the file's beginning.
  package func place(of field: String) -> Place {
    fields[field]?.place ?? Place(file: file.path)
  }
}
