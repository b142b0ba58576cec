package import Content

/// How far each entry is translated into each of the site's languages.
package struct TranslationReport: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    /// Everything that the original has, as far as is known of what the original says today.
    case complete
    /// Some of what the original has.
    case partial
    /// The original has changed since.
    case outdated
    /// A translation that is a draft still.
    case draft
    /// No translation.
    case missing
  }

  /// One entry in a language that is not its original's.
  package struct Row: Sendable {
    package let entry: Entry
    package let language: String
    package let status: Status
    /// What the original has and the translation lacks: names of fields, parts of fields (`image.alt`), `body`.
    package let untranslated: [String]

    /// The translation's file, `nil` where there is none.
    package var file: EntryFile? { entry.variants[language]?.file }
    /// Whether the translation says which state of the original it follows.
    package var isStamped: Bool { entry.variants[language]?.fields["translated_from"] != nil }
  }

  /// By language in the site's order, then by kind and key.
  package let rows: [Row]

  /// - Parameter options: Whether drafts count as translations, and which day it is: what has expired needs none.
  package init(_ content: ContentTree, options: SiteOptions) {
    let visibility = Visibility(options: options)
    let editions = EditionBuilder(content: content, visibility: visibility)
    rows = content.configuration.languages.map(\.tag).flatMap { language in
      content.entries.filter { visibility.needsTranslation($0) }.compactMap { entry -> Row? in
        guard language != entry.originalLanguage, let original = entry.original else { return nil }
        guard let variant = entry.variants[language] else {
          return Row(entry: entry, language: language, status: .missing, untranslated: [])
        }
        let untranslated = editions.untranslated(of: original, in: variant, kind: entry.kind)
        let stamp = variant.fields["translated_from"]?.value.text
        let status: Status =
          if !visibility.isVisible(variant) {
            .draft
          } else if editions.state(of: entry, in: language) == .missing {
            .missing
          } else if let stamp, stamp != original.digest {
            .outdated
          } else { untranslated.isEmpty ? .complete : .partial }
        return Row(entry: entry, language: language, status: status, untranslated: untranslated)
      }
    }
  }
}

extension Visibility {
  /// What is published some day: no drafts, and nothing that has expired.
  fileprivate func needsTranslation(_ entry: Entry) -> Bool {
    if options.showsDrafts { return true }
    if entry.original?.isDraft ?? true { return false }
    guard let expires = entry.shared["expires"]?.value.date else { return true }
    return expires >= options.today
  }
}
