/// How far an entry is translated into a language.
package enum TranslationState: String, Hashable, Sendable {
  /// All translated fields that the original has.
  case full
  /// A variant that translates title, summary or body, but not all of the original's fields.
  case partial
  /// No variant, or one that translates neither title nor summary nor body.
  case missing
}
