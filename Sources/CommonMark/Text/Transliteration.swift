import Foundation

/// ASCII for Latin letters.
enum Transliteration {
  /// The letters that some languages write with a second letter where they have no marks, and others without.
  private static let withoutMarks: [Unicode.Scalar: String] = [
    "ä": "a", "ö": "o", "ü": "u", "å": "a", "Ä": "a", "Ö": "o", "Ü": "u", "Å": "a",
  ]

  /// Whether a language leaves the marks of `ä`, `ö`, `ü` and `å` out where it cannot write them.
  static func leavesMarksOut(_ language: String) -> Bool {
    let languages: Set<Substring> = [
      "az", "br", "ca", "cy", "es", "et", "eu", "fi", "fr", "ga", "gl", "hu", "it", "lt", "nl", "oc", "pt",
      "se",
      "sk", "sl", "sq", "sv", "tk", "tr",
    ]
    return languages.contains(language.lowercased().prefix { $0 != "-" })
  }

  /// What stands for a Latin letter, in small letters; `nil` for everything else.
  static func ascii(for scalar: Unicode.Scalar, leavesMarksOut: Bool) -> String? {
    if leavesMarksOut, let ascii = withoutMarks[scalar] { return ascii }
    return table[scalar] ?? decomposed(scalar)
  }

  /// Letters that are composed of others: with marks that the table does not have, ligatures, full width.
  private static func decomposed(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xC0...0x24F, 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF10...0xFF5A: break
    default: return nil
    }
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }
    guard !parts.isEmpty else { return nil }
    return String(String.UnicodeScalarView(parts)).lowercased()
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (ascii, letters) in letters {
      for letter in letters.unicodeScalars {
        table[letter] = ascii
        // Capital letters too; `ẞ` and its like map by hand above.
        let capital = letter.properties.uppercaseMapping.unicodeScalars
        if capital.count == 1, let scalar = capital.first { table[scalar] = ascii }
      }
    }
    return table
  }()

  private static let letters: [(ascii: String, letters: String)] = [
    ("ae", "äæǽ"), ("oe", "öøœǿ"), ("ue", "ü"), ("aa", "å"), ("ss", "ßẞ"), ("th", "þ"), ("ij", "ĳ"),
    ("a", "áàâãāăąǎạảấầẩẫậắằẳẵặª"), ("b", "ḃ"), ("c", "çćĉċč"), ("d", "ðďđḋ"),
    ("e", "éèêëēĕėęěẹẻẽếềểễệə"), ("f", "ḟƒ"), ("g", "ĝğġģǧ"), ("h", "ĥħ"), ("i", "íìîïĩīĭįıǐịỉ"), ("j", "ĵ"),
    ("k", "ķĸǩ"), ("l", "ĺļľŀł"), ("m", "ṁ"), ("n", "ñńņňŉŋ"), ("o", "óòôõōŏőǒơọỏốồổỗộớờởỡợº"), ("p", "ṗ"),
    ("r", "ŕŗř"), ("s", "śŝşšșṡſ"), ("t", "ţťŧțṫ"), ("u", "úùûũūŭůűųǔưụủứừửữự"), ("w", "ŵẁẃẅ"),
    ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
  ]
}
