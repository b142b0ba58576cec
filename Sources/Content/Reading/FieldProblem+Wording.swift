import Diagnostics

extension FieldProblem {
  var identifier: String {
    switch self {
    case .unknownKey: "unknown-key"
    case .missingKey: "missing-key"
    case .wrongShape: "wrong-type"
    case .notBoolean: "invalid-boolean"
    case .notCount, .notNumber, .outOfRange: "invalid-number"
    case .notDate: "invalid-date"
    case .notTime: "invalid-time"
    case .unknownTimeZone: "unknown-time-zone"
    case .unknownChoice: "unknown-choice"
    case .undeclaredLanguage: "undeclared-language"
    case .untranslated: "missing-label"
    case .unknownCountry: "unknown-country"
    case .unknownArea: "unknown-country"
    case .unknownTerm(_, let vocabulary, _): vocabulary == "topics" ? "unknown-topic" : "unknown-organisation"
    case .commaList: "wrong-type"
    case .notURL, .notBaseURL: "invalid-url"
    case .notLink: "invalid-link"
    case .notEmail: "invalid-email"
    case .notFile: "invalid-file"
    case .notPath: "invalid-path"
    case .badSlug: "invalid-slug"
    case .notTemplate: "invalid-template"
    }
  }

  var severity: Severity {
    if case .untranslated = self { .warning } else { .error }
  }

  var message: String {
    switch self {
    case .unknownKey(let key, let context, _): "unknown key “\(key)” in \(context)"
    case .missingKey(let key, let context): "“\(key)” is missing in \(context)"
    case .wrongShape(let expected, let found): "expected \(expected), found \(found)"
    case .notBoolean(let found): "expected yes or no, found \(found)"
    case .notCount(let found, let lowest): "expected a whole number from \(lowest), found \(found)"
    case .notNumber(let found, _): "expected a number, found \(found)"
    case .outOfRange(let found, let lowest, let highest):
      "expected a number from \(lowest) to \(highest), found \(found)"
    case .notDate(let text, let mistake): "“\(excerpt(of: text))” is no date: \(mistake.message)"
    case .notTime(let text, _):
      "“\(excerpt(of: text))” is no local time: it is written YYYY-MM-DD or YYYY-MM-DDTHH:MM"
    case .unknownTimeZone(let text, _): "“\(excerpt(of: text))” is no time zone"
    case .unknownChoice(let text, let choices, _):
      "“\(excerpt(of: text))” is not one of \(Self.list(choices))"
    case .undeclaredLanguage(let tag, let languages, _):
      "“\(excerpt(of: tag))” is no language of this site (\(languages.joined(separator: ", ")))"
    case .untranslated(let missing, let text, let language):
      "“\(excerpt(of: text))” has no text in \(Self.list(missing.map { "“\($0)”" })), so readers get that in “\(language)”"
    case .unknownCountry(let text, _): "“\(excerpt(of: text))” is no country code"
    case .unknownArea(let text, _):
      "“\(excerpt(of: text))” is no country code, continent or group of countries"
    case .unknownTerm(let text, let vocabulary, _): "“\(excerpt(of: text))” is not in \(vocabulary).yml"
    case .commaList(let text): "“\(excerpt(of: text))” is one text, not a list"
    case .notURL(let text, _): "“\(excerpt(of: text))” is no web address"
    case .notBaseURL(let text, let mistake):
      mistake.message.map { "“\(excerpt(of: text))” cannot be a site’s address: \($0)" }
        ?? "“\(excerpt(of: text))” is no web address"
    case .notLink(let text, _): "“\(excerpt(of: text))” cannot be linked to"
    case .notEmail(let text): "“\(excerpt(of: text))” is no e-mail address"
    case .notFile(let text): "“\(excerpt(of: text))” is no path of a file"
    case .notPath(let text): "“\(excerpt(of: text))” is no path of this site"
    case .badSlug(let text, let mistake):
      "“\(excerpt(of: text))” cannot be part of an address: \(mistake.message)"
    case .notTemplate(let text): "“\(excerpt(of: text))” is no name of a template"
    }
  }

  var remedy: String? {
    switch self {
    case .unknownKey(_, let context, let suggestion):
      if let suggestion {
        Self.didYouMean(suggestion)
      } else if context.hasSuffix("entry") {
        "what only templates read goes under “params”"
      } else {
        nil
      }
    case .missingKey, .wrongShape, .outOfRange: nil
    case .notBoolean: "true and false are understood too"
    case .notCount: "write digits only"
    case .notNumber(_, let hasComma): hasComma ? "write the decimal point as “.”" : nil
    case .notDate(_, let mistake): mistake.remedy
    case .notTime(_, let meant): meant.map { "did you mean \($0)?" }
    case .unknownTimeZone(_, let suggestion):
      suggestion.map(Self.didYouMean) ?? "write a name such as Europe/Copenhagen or America/Denver"
    case .unknownChoice(_, _, let suggestion): suggestion.map(Self.didYouMean)
    case .undeclaredLanguage(_, _, let suggestion):
      suggestion.map(Self.didYouMean) ?? "declare the language in site.yml"
    case .untranslated(let missing, _, _): "write \(Self.list(missing.map { "“\($0): …”" }, "and")) beside it"
    case .unknownCountry(_, let suggestion):
      suggestion.map(Self.didYouMean) ?? "write the code of ISO 3166-1 in small letters, such as dk"
    case .unknownArea(_, let suggestion):
      suggestion.map(Self.didYouMean)
        ?? "write a code of ISO 3166-1 in small letters, a continent, global, eu or a group from site.yml"
    case .unknownTerm(_, let vocabulary, let suggestion):
      suggestion.map(Self.didYouMean) ?? "use a key of \(vocabulary).yml, or add this one there"
    case .commaList(let text): "write [\(excerpt(of: text))]"
    case .notURL(_, let meant):
      meant.map(Self.didYouMean) ?? "write it with https:// and without spaces"
    case .notBaseURL(_, let mistake): mistake.remedy
    case .notLink(_, let meant):
      meant.map(Self.didYouMean)
        ?? "write a path to a Markdown file or a file beside this one, or an address with https:// or mailto:"
    case .notEmail: "write it like name@example.org"
    case .notFile: "write the name of a file beside this one, or /name for one in static/"
    case .notPath: "write the path from “/” on, such as /old/address/"
    case .badSlug(_, let mistake): mistake.remedy
    case .notTemplate: "write its path in templates/, such as news-wide.html"
    }
  }

  private static func didYouMean(_ text: String) -> String { "did you mean “\(text)”?" }

  /// Words in a sentence: `a, b or c`.
  static func list(_ words: [String], _ conjunction: String = "or") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
