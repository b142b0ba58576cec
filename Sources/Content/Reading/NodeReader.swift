import Diagnostics

/// Reads values out of YAML nodes by the type that is expected, and collects what is wrong with them.
///
/// Every function gives `nil` for what it has reported.
struct NodeReader {
  private(set) var diagnostics: [Diagnostic] = []

  mutating func report(_ problem: some Problem, at place: Place, notes: [Note] = []) {
    diagnostics.append(problem.at(place, notes: notes))
  }

  mutating func report(_ diagnostics: [Diagnostic]) {
    self.diagnostics += diagnostics
  }

  /// The members of a map.
  mutating func members(of node: YAMLNode, expected: String = "a map") -> [YAMLNode.Member]? {
    if let members = node.mapping { return members }
    report(FieldProblem.wrongShape(expected: expected, found: node.shape), at: node.place)
    return nil
  }

  /// The members of a map with known keys, those left out that have no value; unknown keys are reported.
  ///
  /// - Parameters:
  ///   - context: Where the keys belong, for messages: `site.yml`.
  ///   - synonyms: Known keys by what others call them.
  mutating func fields(
    of node: YAMLNode, known: [String], in context: String, synonyms: [String: String] = [:]
  ) -> [String: YAMLNode]? {
    guard let members = members(of: node) else { return nil }
    var fields: [String: YAMLNode] = [:]
    for member in members {
      if known.contains(member.key.value) {
        if !member.value.isNull { fields[member.key.value] = member.value }
      } else {
        reportUnknownKey(member.key, known: known, in: context, synonyms: synonyms)
      }
    }
    return fields
  }

  mutating func reportUnknownKey(
    _ key: Located<String>, known: [String], in context: String, synonyms: [String: String] = [:]
  ) {
    let suggestion = synonyms[key.value.lowercased()] ?? Suggestion.nearest(to: key.value, in: known)
    report(FieldProblem.unknownKey(key.value, context: context, suggestion: suggestion), at: key.place)
  }

  /// The field of a map that must be there.
  mutating func required(
    _ key: String, of fields: [String: YAMLNode], in context: String, at place: Place
  ) -> YAMLNode? {
    if let node = fields[key] { return node }
    report(FieldProblem.missingKey(key, context: context), at: place)
    return nil
  }

  /// Text that is not empty.
  mutating func text(_ node: YAMLNode, expected: String = "text") -> String? {
    if let text = node.scalar, !text.isEmpty, !node.isNull { return text }
    report(FieldProblem.wrongShape(expected: expected, found: node.shape), at: node.place)
    return nil
  }

  mutating func locatedText(_ node: YAMLNode, expected: String = "text") -> Located<String>? {
    text(node, expected: expected).map { Located($0, at: node.place) }
  }

  /// The elements of a list; a single value is a list of one.
  func elements(of node: YAMLNode) -> [YAMLNode] {
    if let nodes = node.sequence { return nodes }
    return node.isNull || node.isEmptyText ? [] : [node]
  }

  mutating func boolean(_ node: YAMLNode) -> Bool? {
    switch node.scalar {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(FieldProblem.notBoolean(found: node.shape), at: node.place)
      return nil
    }
  }

  /// A whole number from a lowest one on.
  mutating func count(_ node: YAMLNode, from lowest: Int = 0) -> Int? {
    if let text = node.scalar, !text.isEmpty, text.utf8.allSatisfy(Self.isDigit), let count = Int(text),
      count >= lowest
    {
      return count
    }
    report(FieldProblem.notCount(found: node.shape, lowest: lowest), at: node.place)
    return nil
  }

  /// A whole number within limits.
  mutating func count(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    guard let count = count(node, from: range.lowerBound) else { return nil }
    if range.contains(count) { return count }
    report(
      FieldProblem.outOfRange(found: node.shape, lowest: range.lowerBound, highest: range.upperBound),
      at: node.place)
    return nil
  }

  /// A decimal number within limits.
  mutating func number(_ node: YAMLNode, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let text = node.scalar, let number = Self.decimal(text) else {
      report(
        FieldProblem.notNumber(found: node.shape, hasComma: node.scalar?.contains(",") ?? false),
        at: node.place)
      return nil
    }
    if let range, !range.contains(number) {
      report(
        FieldProblem.outOfRange(
          found: node.shape, lowest: Int(range.lowerBound), highest: Int(range.upperBound)), at: node.place)
      return nil
    }
    return number
  }

  mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let text = text(node, expected: "a date") else { return nil }
    if let date = CalendarDate(text) { return date }
    report(FieldProblem.notDate(text, DateMistake(text)), at: node.place)
    return nil
  }

  /// One of some words.
  mutating func choice(_ node: YAMLNode, of words: [String]) -> String? {
    guard let text = text(node, expected: "one of \(FieldProblem.list(words))") else { return nil }
    if words.contains(text) { return text }
    report(
      FieldProblem.unknownChoice(
        text, choices: words, suggestion: Suggestion.nearest(to: text, in: words)), at: node.place)
    return nil
  }

  /// One text for all languages, or a map from languages to texts.
  mutating func localizedText(_ node: YAMLNode, languages: [String]?) -> LocalizedText? {
    guard let members = node.mapping else { return text(node).map { LocalizedText($0) } }
    var texts: [String: String] = [:]
    for member in members {
      if let text = localized(member, languages: languages) { texts[member.key.value] = text }
    }
    if texts.isEmpty {
      if members.isEmpty {
        report(FieldProblem.wrongShape(expected: "text", found: "an empty map"), at: node.place)
      }
      return nil
    }
    checkLanguages(of: members, languages: languages)
    return LocalizedText(texts)
  }

  /// Reports the site's languages that are not among the keys of a text.
  ///
  /// - Parameter members: Those of the map; other keys than languages do not matter.
  mutating func checkLanguages(of members: [YAMLNode.Member], languages: [String]?) {
    guard let languages else { return }
    let texts = members.filter { languages.contains($0.key.value) && !$0.value.isNull }
    let missing = languages.filter { language in
      let varieties = LanguageTag.varieties(of: language)
      return !members.contains { varieties.contains($0.key.value) }
    }
    // Readers get the default language's, which stands first, else any other.
    let fallback = languages.lazy.compactMap { language in texts.first { $0.key.value == language } }.first
    guard let fallback, let text = fallback.value.scalar, !missing.isEmpty else { return }
    report(
      FieldProblem.untranslated(missing, beside: text, language: fallback.key.value), at: fallback.value.place
    )
  }

  /// The text of a map's member whose key is a language.
  mutating func localized(_ member: YAMLNode.Member, languages: [String]?) -> String? {
    if let languages, !languages.contains(member.key.value) {
      report(
        FieldProblem.undeclaredLanguage(
          member.key.value, languages: languages,
          suggestion: Suggestion.nearest(to: member.key.value, in: languages)), at: member.key.place)
      return nil
    }
    return text(member.value)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A decimal number, `-12.5` or `1e3`, and nothing else.
  static func decimal(_ text: String) -> Double? {
    guard text.utf8.contains(where: isDigit),
      text.utf8.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }), let number = Double(text),
      number.isFinite
    else { return nil }
    return number
  }
}
