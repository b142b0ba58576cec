
/// An entry with all its language variants: a news item, a cluster, an event. Immutable; a class, because
/// entries are passed around often and copied never.
package final class Entry: Sendable {
  package let kind: Kind
  /// The file's name without language and ending, unique in the kind: `2010-10-01-first-meeting`.
  package let key: String
  /// The key without its date: `first-meeting`.
  package let name: String
  /// The variants by language, drafts among them.
  package let variants: [String: Variant]
  /// The language of the original.
  package let originalLanguage: String
  /// The shared fields, from whichever variant gives them; the file name's date among them.
  package let shared: [String: Located<FieldValue>]
  /// The files beside an entry that is a folder, sorted by path.
  package let attachments: [Attachment]

  package init(
    kind: Kind, key: String, name: String, variants: [String: Variant], originalLanguage: String,
    shared: [String: Located<FieldValue>], attachments: [Attachment]
  ) {
    self.kind = kind
    self.key = key
    self.name = name
    self.variants = variants
    self.originalLanguage = originalLanguage
    self.shared = shared
    self.attachments = attachments
  }

  /// The entry's name in the whole content: `news/2010-10-01-first-meeting`.
  package var identifier: String { "\(kind.section)/\(key)" }

  /// The variant that the others translate. Gathering makes sure that there is one.
  package var original: Variant? { variants[originalLanguage] }

  /// The field's value for readers of a language, and the language that it is in.
  ///
  /// - Parameter available: The languages whose variants count (drafts may not).
  package func value(
    of field: FieldDeclaration, in language: String, available: (String) -> Bool = { _ in true }
  ) -> (value: Located<FieldValue>, language: String)? {
    switch field.class {
    case .shared:
      return shared[field.name].map { ($0, originalLanguage) }
    case .own:
      guard available(language) else { return nil }
      return variants[language]?.fields[field.name].map { ($0, language) }
    case .translated:
      if available(language), let value = variants[language]?.fields[field.name] {
        return (value, language)
      }
      return original?.fields[field.name].map { ($0, originalLanguage) }
    }
  }
}

/// A file beside an entry, published at the entry's address.
package struct Attachment: Hashable, Sendable {
  /// The path as given, such as `content/news/2010-10-01-first-meeting/photo.jpg`.
  package let path: String
  /// The path from the entry's folder, such as `photo.jpg`.
  package let name: String

  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}
