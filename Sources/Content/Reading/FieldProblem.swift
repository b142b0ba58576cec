import Diagnostics

/// What is wrong with a value, whichever file it stands in.
enum FieldProblem: Problem {
  case unknownKey(String, context: String, suggestion: String?)
  case missingKey(String, context: String)
  case wrongShape(expected: String, found: String)
  case notBoolean(found: String)
  case notCount(found: String, lowest: Int)
  case notNumber(found: String, hasComma: Bool)
  case outOfRange(found: String, lowest: Int, highest: Int)
  case notDate(String, DateMistake)
  case notTime(String, meant: LocalDateTime?)
  case unknownTimeZone(String, suggestion: String?)
  case unknownChoice(String, choices: [String], suggestion: String?)
  case undeclaredLanguage(String, languages: [String], suggestion: String?)
  /// Languages of the site that have no text of their own beside one in another language.
  case untranslated([String], beside: String, language: String)
  case unknownCountry(String, suggestion: String?)
  case unknownArea(String, suggestion: String?)
  case unknownTerm(String, vocabulary: String, suggestion: String?)
  /// `networks, environment` where a list was meant.
  case commaList(String)
  case notURL(String, meant: String?)
  case notBaseURL(String, BaseURLMistake)
  case notLink(String, meant: String?)
  case notEmail(String)
  case notFile(String)
  case notPath(String)
  case badSlug(String, SlugMistake)
  case notTemplate(String)
}
