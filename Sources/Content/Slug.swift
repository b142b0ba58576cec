import Foundation

/// Parts of addresses: how they are checked, and how a title becomes one.
package enum Slug {
  /// Bytes of UTF-8; file systems allow 255 for a name.
  static let maximumLength = 200

  /// Why a text cannot be a part of an address; `nil` where it can.
  static func mistake(in text: String) -> SlugMistake? {
    if text.isEmpty { return .empty }
    if text.utf8.count > maximumLength { return .tooLong }
    for scalar in text.unicodeScalars {
      if scalar == "/" || scalar == "\\" { return .slash }
      if scalar.properties.isWhitespace { return .space }
      if !isAllowed(scalar) { return .character(Character(scalar)) }
    }
    return text.hasPrefix(".") || text.hasSuffix(".") ? .dots : nil
  }

  /// Letters, marks and digits of every script, and what RFC 3986 calls unreserved.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if "-._~".unicodeScalars.contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// A part of an address for a text: small letters and digits, words joined by hyphens; nothing where
  /// the text has neither.
  ///
  /// Latin letters become those of the English alphabet as the text's language writes them without its own
  /// (German `ü` → `ue`, Danish `å` → `aa`); letters of other scripts stay.
  ///
  /// - Parameter language: The language of the text, a BCP 47 tag.
  package static func make(from text: String, language: String) -> String {
    let primary = language.prefix { $0 != "-" }.lowercased()
    var slug = ""
    var needsHyphen = false
    func append(_ piece: String) {
      if needsHyphen, !slug.isEmpty { slug += "-" }
      needsHyphen = false
      slug += piece
    }
    for character in text.precomposedStringWithCanonicalMapping.lowercased() {
      if let piece = replacement(for: character, language: primary) {
        append(piece)
      } else if character == "'" || character == "’" {
        continue
      } else if let piece = plain(character) {
        append(piece)
      } else {
        needsHyphen = true
      }
    }
    return slug
  }

  /// What a language writes for one of its letters where it has only the English alphabet.
  private static func replacement(for letter: Character, language: String) -> String? {
    switch (letter, language) {
    case ("ä", "de"), ("ä", "fi"), ("ä", "sv"), ("ä", "et"): language == "de" ? "ae" : "a"
    case ("ö", "de"): "oe"
    case ("ü", "de"): "ue"
    case ("å", "da"), ("å", "nb"), ("å", "nn"), ("å", "no"): "aa"
    case ("ø", "da"), ("ø", "nb"), ("ø", "nn"), ("ø", "no"): "oe"
    case ("ß", _): "ss"
    case ("æ", _): "ae"
    case ("œ", _): "oe"
    case ("ø", _): "o"
    case ("đ", _), ("ð", _): "d"
    case ("þ", _): "th"
    case ("ł", _): "l"
    case ("ħ", _): "h"
    case ("ı", _): "i"
    default: nil
    }
  }

  /// A letter without its marks where it is Latin, as it is in other scripts; `nil` for what is neither
  /// letter nor digit.
  private static func plain(_ character: Character) -> String? {
    guard let first = character.unicodeScalars.first, isWordScalar(first) else { return nil }
    var base = ""
    for scalar in String(character).decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.isASCII {
        if isWordScalar(scalar) { base.unicodeScalars.append(scalar) }
      } else if !(0x300...0x36F).contains(scalar.value) {
        return String(character)
      }
    }
    return base.isEmpty ? nil : base
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
