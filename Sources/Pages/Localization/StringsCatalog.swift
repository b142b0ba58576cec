import Content

/// The strings of all languages, with their fallbacks: `de-AT` → `de` → the default language → English.
package struct StringsCatalog: Sendable {
  private let files: [String: [StringsFile]]
  private let defaultLanguage: String

  /// - Parameter site: The site's own files, which go before the built-in ones.
  package init(site: [StringsFile], defaultLanguage: String) {
    files = Dictionary(grouping: site + StringsFile.builtIn(), by: \.language)
    self.defaultLanguage = defaultLanguage
  }

  /// The strings for readers of a language.
  package func strings(for language: String) -> Strings {
    var chain: [String] = []
    for start in [language, defaultLanguage, "en"] {
      var tag = Substring(start)
      while !tag.isEmpty {
        if !chain.contains(String(tag)) { chain.append(String(tag)) }
        tag = tag.lastIndex(of: "-").map { tag[..<$0] } ?? ""
      }
    }
    var entries: [String: Strings.Entry] = [:]
    for tag in chain {
      for file in files[tag] ?? [] {
        for (key, entry) in file.entries where entries[key] == nil {
          entries[key] = Strings.Entry(value: entry.value, language: tag)
        }
      }
    }
    return Strings(language: language, entries: entries)
  }
}
