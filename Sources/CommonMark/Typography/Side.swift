/// What kind of character stands beside a mark.
enum Side {
  case space, letter, digit
  /// What a quotation can begin after: brackets, dashes, opening marks.
  case open
  case other

  var isWord: Bool { self == .letter || self == .digit }
  var canPrecedeOpening: Bool { self == .space || self == .open }

  init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case 0...0x20: self = .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "-"),
      UInt8(ascii: "/"), UInt8(ascii: "="):
      self = .open
    case 0x80...: self = .letter
    default: self = .other
    }
  }

  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    case .dashPunctuation, .openPunctuation, .initialPunctuation: self = .open
    case .decimalNumber: self = .digit
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .letterNumber, .otherNumber:
      self = .letter
    default: self = .other
    }
  }

  /// The kind of the one character that the bytes are, in UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    self = String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(Side.init) ?? .other
  }

  static func first(of bytes: ArraySlice<UInt8>) -> Side? {
    guard let first = bytes.first else { return nil }
    return first < 0x80 ? Side(ascii: first) : Side(bytes.prefix(4))
  }

  static func last(of bytes: ArraySlice<UInt8>) -> Side? {
    guard let last = bytes.last else { return nil }
    if last < 0x80 { return Side(ascii: last) }
    let start = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
    return Side(bytes[start...])
  }
}
