/// A text of the site's own (its name, a label of a vocabulary) in one or several languages.
package struct LocalizedText: Hashable, Sendable {
  /// Texts by language; one text for all languages stands under `nil`.
  private let texts: [String?: String]

  /// The same text in all languages: a proper name.
  package init(_ text: String) {
    texts = [nil: text]
  }

  package init(_ texts: [String: String]) {
    self.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0.key, $0.value) })
  }

  /// The languages that have a text of their own, sorted; none where one text serves all.
  package var languages: [String] { texts.keys.compactMap { $0 }.sorted() }

  /// The text for a language: its own, else that of the language it is a variety of (`de-AT` → `de`), else
  /// that of the first of the others that has one.
  ///
  /// - Returns: The text and its language, which is `nil` where one text serves all.
  package func text(in language: String, others: [String]) -> (text: String, language: String?)? {
    if let text = texts[nil] { return (text, nil) }
    for candidate in LanguageTag.varieties(of: language) + others {
      if let text = texts[candidate] { return (text, candidate) }
    }
    return texts.keys.compactMap { $0 }.min().flatMap { key in texts[key].map { ($0, key) } }
  }
}
