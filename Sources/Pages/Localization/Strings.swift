import Templating

/// The strings for readers of one language.
package struct Strings: Sendable {
  struct Entry: Sendable {
    let value: StringsFile.Entry
    let language: String
  }

  package let language: String
  let entries: [String: Entry]

  package var keys: [String] { entries.keys.sorted() }

  /// A string with its values put in, and the language it is in.
  ///
  /// - Parameters:
  ///   - count: The number that chooses the plural form.
  ///   - isMarkup: Whether the values are HTML, and the string is to become it.
  /// - Returns: `nil` where no language has the key.
  func text(
    _ key: String, count: Int? = nil, values: [(name: String, value: String)] = [], isMarkup: Bool = false
  ) -> (text: String, language: String)? {
    guard let entry = entries[key] else { return nil }
    let pattern: String
    switch entry.value {
    case .text(let text): pattern = text
    case .forms(let forms):
      let category = PluralRules.category(of: count ?? 0, language: entry.language)
      pattern = forms[category.rawValue] ?? forms["other"] ?? ""
    }
    return (Self.fill(isMarkup ? Text(pattern).escaped.string : pattern, values), entry.language)
  }

  /// Replaces `{name}`; a name without a value stays as it is.
  static func fill(_ pattern: String, _ values: [(name: String, value: String)]) -> String {
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let name = rest[rest.index(after: open)..<close]
      result += values.first { $0.name == name }?.value ?? String(rest[...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
