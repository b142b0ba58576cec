/// ASCII for the Latin letters of Europe's languages.
enum Transliteration {
  static let table: [Unicode.Scalar: String] = {
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
