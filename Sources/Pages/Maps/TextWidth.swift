/// How wide a text will be, which nobody can know who does not know the reader's fonts: as wide as in the widest of
/// the usual ones.
enum TextWidth {
  /// The width in the size of the letters.
  static func ems(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F000...0x3FFFD:
      return 1.05
    default: break
    }
    switch scalar {
    case " ", ".", ",", "’", "'", "i", "j", "l", "I", "|", ":", ";": return 0.32
    case "f", "r", "t", "-", "(", ")", "/": return 0.44
    case "m", "w", "M", "W", "æ", "œ", "—": return 0.98
    default: return scalar.properties.isUppercase ? 0.74 : 0.63
    }
  }
}
