/// Why a text cannot be a part of an address.
enum SlugMistake: Hashable, Sendable {
  case empty
  case dots
  case slash
  case space
  /// A character that would have another meaning in an address, or none.
  case character(Character)
  case tooLong

  var message: String {
    switch self {
    case .empty: "it is empty"
    case .dots: "it begins or ends with a dot"
    case .slash: "it has a slash in it"
    case .space: "it has a space in it"
    case .character(let character): "it has \(Self.name(of: character)) in it"
    case .tooLong: "it is longer than \(Self.maximumLength) bytes"
    }
  }

  var remedy: String? {
    switch self {
    case .empty: "leave out “slug”, and the file’s name is taken"
    case .slash: "a slug is one part of an address; former addresses go under “aliases”"
    default: "write letters, digits and hyphens"
    }
  }

  /// A character in quotation marks, or the number of one that cannot be seen.
  private static func name(of character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "nothing" }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .privateUse:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "the invisible character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    default: return "“\(character)”"
    }
  }

  /// Bytes of UTF-8; file systems allow 255 for a name.
  private static let maximumLength = 200

  /// Looks at a text that is to be a part of an address; fails where nothing is wrong with it.
  init?(in text: String) {
    if text.isEmpty {
      self = .empty
      return
    }
    if text.utf8.count > Self.maximumLength {
      self = .tooLong
      return
    }
    for scalar in text.unicodeScalars where !Self.isAllowed(scalar) {
      switch scalar {
      case "/", "\\": self = .slash
      case _ where scalar.properties.isWhitespace: self = .space
      default: self = .character(Character(scalar))
      }
      return
    }
    guard text.hasPrefix(".") || text.hasSuffix(".") else { return nil }
    self = .dots
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
}
