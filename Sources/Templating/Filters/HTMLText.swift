/// HTML as plain text.
enum HTMLText {
  /// The text without comments and tags, white space as single spaces, character references resolved.
  ///
  /// As MarkupSafe 3.0.3 does it: comments go first, so that what they stood between may then be a tag.
  static func strippingTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let words = withoutTags(withoutComments(scalars)).split(whereSeparator: \.isPythonSpace)
    return CharacterReference.resolve(Array(words.joined(separator: [" "])))
  }

  private static func withoutComments(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      kept.append(scalars[index])
      index += 1
      guard kept.last == "-", kept.suffix(4).elementsEqual("<!--".unicodeScalars) else { continue }
      guard let end = commentEnd(scalars, index) else { return kept + scalars[index...] }
      kept.removeLast(4)
      index = end
    }
    return kept
  }

  /// Where a comment ends whose `<!--` ends at the index; its hyphens may be those of `-->`.
  private static func commentEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var hyphens = 2
    for index in start..<scalars.count {
      if scalars[index] == ">", hyphens >= 2 { return index + 1 }
      hyphens = scalars[index] == "-" ? hyphens + 1 : 0
    }
    return nil
  }

  private static func withoutTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var position = 0
    while let start = scalars[position...].firstIndex(of: "<"),
      let end = scalars[start...].firstIndex(of: ">")
    {
      kept += scalars[position..<start]
      position = end + 1
    }
    return kept + scalars[position...]
  }
}

/// Character references of HTML, by the rules of its standard (13.2.5.72 and following).
enum CharacterReference {
  static func resolve(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let (replacement, end) = reference(scalars, index + 1) {
        result += replacement
        index = end
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ scalars: [Unicode.Scalar], _ start: Int) -> ([Unicode.Scalar], Int)? {
    guard start < scalars.count else { return nil }
    return scalars[start] == "#" ? numeric(scalars, start + 1) : named(scalars, start)
  }

  private static func numeric(_ scalars: [Unicode.Scalar], _ start: Int) -> ([Unicode.Scalar], Int)? {
    var index = start
    var radix = 10
    if index < scalars.count, scalars[index] == "x" || scalars[index] == "X" {
      radix = 16
      index += 1
    }
    let digitsStart = index
    var number = 0
    while index < scalars.count, scalars[index].isASCII, let digit = Int(String(scalars[index]), radix: radix)
    {
      number = min(number * radix + digit, 0x110000)
      index += 1
    }
    guard index > digitsStart else { return nil }
    if index < scalars.count, scalars[index] == ";" { index += 1 }
    return (character(number), index)
  }

  /// What Windows-1252 has at the numbers that are no characters, as the standard's table has it.
  private static let windows1252: [Unicode.Scalar] =
    Array(
      "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}"
        .unicodeScalars)
    + Array(
      "\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
        .unicodeScalars)

  private static func character(_ number: Int) -> [Unicode.Scalar] {
    switch number {
    case 0: ["\u{FFFD}"]
    case 0x0D: ["\r"]
    case 0x80...0x9F: [windows1252[number - 0x80]]
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: []
    case _ where number & 0xFFFE == 0xFFFE && number <= 0x10FFFF: []
    default: [Unicode.Scalar(UInt32(number)) ?? "\u{FFFD}"]
    }
  }

  private static func named(_ scalars: [Unicode.Scalar], _ start: Int) -> ([Unicode.Scalar], Int)? {
    var end = start
    while end < scalars.count, end - start < 32, !"\t\n\u{C} <&#;".unicodeScalars.contains(scalars[end]) {
      end += 1
    }
    guard end > start else { return nil }
    if end < scalars.count, scalars[end] == ";" { end += 1 }
    var length = end - start
    while length > 1 {
      let name = String(String.UnicodeScalarView(scalars[start..<start + length]))
      if let characters = HTMLEntities.characters[name] { return (characters, start + length) }
      length -= 1
    }
    return nil
  }
}
