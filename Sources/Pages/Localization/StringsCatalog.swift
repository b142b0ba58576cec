import Content

/// The strings of all languages, with their fallbacks: `de-AT` → `de` → the default language → English.
package struct StringsCatalog: Sendable {
  /// The site's own files.
  let own: [StringsFile]
  /// The files that come with Oresund.
  let builtIn = StringsFile.builtIn()
  private let files: [String: [StringsFile]]
  private let defaultLanguage: String

  /// - Parameter site: The site's own files, which go before the built-in ones.
  package init(site: [StringsFile], defaultLanguage: String) {
    own = site
    files = Dictionary(grouping: site + builtIn, by: \.language)
    self.defaultLanguage = defaultLanguage
  }

  /// A language and what it falls back to, the nearest first.
  func chain(of language: String) -> [String] {
    var chain: [String] = []
    for tag in [language, defaultLanguage, "en"].flatMap(LanguageTag.varieties) where !chain.contains(tag) {
      chain.append(tag)
    }
    return chain
  }

  /// The strings for readers of a language.
  package func strings(for language: String) -> Strings {
    var entries: [String: Strings.Entry] = [:]
    for tag in chain(of: language) {
      for file in files[tag] ?? [] {
        for (key, entry) in file.entries where entries[key] == nil {
          entries[key] = Strings.Entry(value: entry.value, language: tag)
        }
      }
    }
    return Strings(language: language, entries: entries)
  }
}
