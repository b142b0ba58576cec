package import CommonMark
package import Diagnostics
import Synchronization

/// An entry in one language, as one Markdown file says it: a value that can be kept while the file does
/// not change.
///
/// Where a file changes in its words alone, the variant can take them (``take(textOf:)``): all that was planned
/// with it holds, and shows the new words when it is rendered next.
package final class Variant: Sendable {
  private struct Text: Sendable {
    let fields: [String: Located<FieldValue>]
    let body: RichText?
    let digest: String
  }

  package let file: EntryFile
  package let language: String
  /// Where the front matter names fields without giving them a value.
  private let unfilled: [String: Place]
  package let isDraft: Bool
  /// Whether there is a body: asked often, and cheaper than the body itself.
  package let hasBody: Bool
  private let text: Mutex<Text>

  package init(
    file: EntryFile, language: String, fields: [String: Located<FieldValue>], unfilled: [String: Place] = [:],
    body: RichText?, digest: String
  ) {
    self.file = file
    self.language = language
    self.unfilled = unfilled
    hasBody = body != nil
    isDraft = fields["draft"]?.value.boolean ?? false
    text = Mutex(Text(fields: fields, body: body, digest: digest))
  }

  /// The front matter, by the fields' names. A date from the file's name is not among them.
  package var fields: [String: Located<FieldValue>] { text.withLock { $0.fields } }

  /// The rendered body, or `nil` where the file has none.
  package var body: RichText? { text.withLock { $0.body } }

  /// The digest of what is translated of it, for translations to remember.
  package var digest: String { text.withLock { $0.digest } }

  /// The place of a field, or else of the file's beginning.
  package func place(of field: String) -> Place {
    fields[field]?.place ?? unfilled[field] ?? Place(file: file.path)
  }

  /// Takes over the words of a later reading of the same file, which must differ in them alone.
  func take(textOf other: Variant) {
    let new = other.text.withLock { $0 }
    text.withLock { $0 = new }
  }
}
