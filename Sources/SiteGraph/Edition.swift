/// An entry as the readers of one language find it.
package struct Edition: Hashable, Sendable {
  /// The entry's number in ``Site/entries``.
  package let entry: Int
  /// The language's number in ``Site/languages``.
  package let language: Int
  package let state: TranslationState
  /// The language of the entry's original.
  package let originalLanguage: String
  /// Whether the entry has a page in this language; where not, links lead to the original's page.
  package let hasPage: Bool
  /// The path below the site's root of the page that readers are led to: `/de/nachrichten/erstes-treffen/`.
  package let path: String
}
