/// Readable names for addresses and ids, made from titles.
package enum Slug {
  /// The words of a text in lower case with hyphens between them: `Über die Förderung` becomes
  /// `ueber-die-foerderung`. Latin letters are transliterated to ASCII; those of other scripts stay.
  /// Empty where the text has neither letters nor digits.
  package static func of(_ text: String) -> String {
    var slug: [UInt8] = []
    var isGap = false
    func add(_ bytes: some Collection<UInt8>) {
      if isGap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      isGap = false
      slug.append(contentsOf: bytes)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": add(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value)))
      case "A"..."Z": add(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value | 0x20)))
      case "'", "\u{2019}", "\u{AD}": continue
      case _ where scalar.value < 0x80: isGap = true
      default:
        if let ascii = Transliteration.table[scalar] {
          add(ascii.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          add(scalar.properties.lowercaseMapping.utf8)
        } else if scalar.properties.generalCategory == .nonspacingMark {
          // After a Latin letter, an accent that was typed apart: `a` and U+0308 are `ä`.
          if let last = slug.last, last < 0x80 {
            if scalar == "\u{308}", "aou".utf8.contains(last) { slug.append(UInt8(ascii: "e")) }
          } else {
            add(String(scalar).utf8)
          }
        } else {
          isGap = true
        }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}
