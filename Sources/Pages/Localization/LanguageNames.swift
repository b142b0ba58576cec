import Foundation

/// The names of languages in a language (CLDR): “German” in English, “Deutsch” in German.
struct LanguageNames: Sendable {
  private let locale: Locale

  init(locale: String) {
    self.locale = Locale(identifier: locale)
  }

  /// The name of the language with a BCP 47 tag, or the tag where CLDR knows none.
  func name(of tag: String) -> String { locale.localizedString(forIdentifier: tag) ?? tag }
}
