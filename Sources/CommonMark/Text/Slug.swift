import Foundation

/// Readable parts of addresses and ids, made from titles.
package enum Slug {
  /// The words of a text in small letters with hyphens between them: `Über die Förderung` becomes
  /// `ueber-die-foerderung`. Empty where the text has neither letters nor digits.
  ///
  /// Latin letters become those of the English alphabet: as passports write them (ICAO Doc 9303: `ü` → `ue`,
  /// `å` → `aa`), but for languages that are used to leave their marks out. Letters of other scripts stay.
  ///
  /// - Parameter language: The language of the text, a BCP 47 tag.
  package static func of(_ text: String, language: String) -> String {
    let hasMarksApart = text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
    let text = hasMarksApart ? text.precomposedStringWithCanonicalMapping : text
    var slug: [UInt8] = []
    var isGap = false
    var leavesMarksOut: Bool?
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
        let isPlain = leavesMarksOut ?? Transliteration.leavesMarksOut(language)
        leavesMarksOut = isPlain
        if let ascii = Transliteration.ascii(for: scalar, leavesMarksOut: isPlain) {
          add(ascii.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          add(scalar.properties.lowercaseMapping.utf8)
        } else if scalar.properties.generalCategory == .nonspacingMark {
          // A mark belongs to the letter before it; what is left of one on a Latin letter is dropped.
          if let last = slug.last, last >= 0x80 { add(String(scalar).utf8) }
        } else {
          isGap = true
        }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}
