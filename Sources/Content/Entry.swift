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
  /// A record is put together part by part: its shared parts hold for all, and each translated part comes
  /// from the language's variant or else from the original.
  ///
  /// - Parameter available: The languages whose variants count (drafts may not).
  package func value(
    of field: FieldDeclaration, in language: String, available: (String) -> Bool = { _ in true }
  ) -> EntryValue? {
    let own = available(language) ? variants[language]?.fields[field.name] : nil
    if field.class == .own { return own.map { EntryValue($0, language: language) } }
    if case .record(let parts) = field.type {
      return record(field, parts: parts, own: own, language: language)
    }
    if field.class == .shared {
      return shared[field.name].map { EntryValue($0, language: originalLanguage) }
    }
    if let own { return EntryValue(own, language: language) }
    return original?.fields[field.name].map { EntryValue($0, language: originalLanguage) }
  }

  private func record(
    _ field: FieldDeclaration, parts: [FieldDeclaration], own: Located<FieldValue>?, language: String
  ) -> EntryValue? {
    let shared = shared[field.name]
    if let shared, case .empty = shared.value { return EntryValue(shared, language: originalLanguage) }
    if let own, case .empty = own.value { return EntryValue(own, language: language) }
    let originals = original?.fields[field.name]
    var merged = shared?.value.record ?? [:]
    var languages: [String: String] = [:]
    for part in parts where part.class == .translated {
      if let value = own?.value.record?[part.name] {
        merged[part.name] = value
        languages[part.name] = language
      } else if let value = originals?.value.record?[part.name] {
        merged[part.name] = value
        languages[part.name] = originalLanguage
      }
    }
    guard !merged.isEmpty, let place = (own ?? shared ?? originals)?.place else { return nil }
    return EntryValue(
      Located(.record(merged), at: place),
      language: languages.values.contains(language) ? language : originalLanguage,
      partLanguages: languages)
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
