/// The form of language tags (BCP 47, RFC 5646 section 2.1; without extensions and private use, which
/// would say nothing to readers).
package enum LanguageTag {
  /// The tag itself and, part by part, the tags that it is a variety of: `de-AT`, `de`.
  package static func varieties(of tag: String) -> [String] {
    var tags: [String] = []
    var rest = Substring(tag)
    while !rest.isEmpty {
      tags.append(String(rest))
      rest = rest.lastIndex(of: "-").map { rest[..<$0] } ?? ""
    }
    return tags
  }

  /// Whether a text has the form of a language tag, in any case of its letters.
  package static func isWellFormed(_ text: String) -> Bool {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst(), isLetters(language, 2...3) || isLetters(language, 5...8) else {
      return false
    }
    if let script = parts.first, isLetters(script, 4...4) { parts.removeFirst() }
    if let region = parts.first, isLetters(region, 2...2) || isDigits(region, 3) { parts.removeFirst() }
    return parts.allSatisfy(isVariant)
  }

  /// Whether a part of a file's name was probably meant as a language: `fr`, `pt-BR`, but not `meeting`.
  static func isLikely(_ text: String) -> Bool {
    isWellFormed(text) && text.prefix { $0 != "-" }.utf8.count <= 3
  }

  private static func isLetters(_ text: Substring, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy(isLetter)
  }

  private static func isDigits(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy(isDigit)
  }

  private static func isVariant(_ text: Substring) -> Bool {
    guard text.utf8.allSatisfy({ isLetter($0) || isDigit($0) }) else { return false }
    return (5...8).contains(text.utf8.count)
      || text.utf8.count == 4 && (text.utf8.first.map(isDigit) ?? false)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
