/// SVG (SVG 2, section 8): the attributes of the root element say the size.
enum SVGHeader {
  /// What follows white space at the beginning of a file that may be XML.
  static func beginning(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let document = text.drop(while: isSpace)
    return document.first == UInt8(ascii: "<") ? document : nil
  }

  /// The size that `width` and `height` give, with what is lacking from `viewBox`; `nil` where neither says it.
  static func size(_ document: ArraySlice<UInt8>) throws(ImageMistake) -> ImageSize? {
    var rest = document
    while true {
      rest = rest.drop(while: isSpace)
      if rest.starts(with: "<?".utf8) {
        rest = try after("?>", in: rest)
      } else if rest.starts(with: "<!--".utf8) {
        rest = try after("-->", in: rest.dropFirst(4))
      } else if rest.starts(with: "<!".utf8) {
        rest = try afterDeclaration(rest)
      } else {
        break
      }
    }
    guard rest.first == UInt8(ascii: "<") else { throw rest.isEmpty ? .truncated : .unknownFormat }
    rest = rest.dropFirst()
    let name = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    guard name.endIndex < rest.endIndex else { throw .truncated }
    guard name.elementsEqual("svg".utf8) || name.suffix(4).elementsEqual(":svg".utf8) else {
      throw .unknownFormat
    }
    let attributes = try attributes(rest[name.endIndex...])
    return size(
      width: attributes["width"].flatMap(length), height: attributes["height"].flatMap(length),
      viewBox: attributes["viewBox"].flatMap(viewBox))
  }

  private static func size(width: Double?, height: Double?, viewBox: (width: Double, height: Double)?)
    -> ImageSize?
  {
    switch (width, height, viewBox) {
    case (let width?, let height?, _): rounded(width, height)
    case (let width?, nil, let box?): rounded(width, width * box.height / box.width)
    case (nil, let height?, let box?): rounded(height * box.width / box.height, height)
    case (nil, nil, let box?): rounded(box.width, box.height)
    default: nil
    }
  }

  private static func rounded(_ width: Double, _ height: Double) -> ImageSize? {
    let limit = 1e9
    guard width < limit, height < limit else { return nil }
    return ImageSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
  }

  // MARK: - XML

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func after(_ end: String, in text: ArraySlice<UInt8>) throws(ImageMistake) -> ArraySlice<
    UInt8
  > {
    var rest = text
    while !rest.isEmpty {
      if rest.starts(with: end.utf8) { return rest.dropFirst(end.utf8.count) }
      rest = rest.dropFirst()
    }
    throw .truncated
  }

  /// What follows a document type, which may have declarations in square brackets.
  private static func afterDeclaration(_ text: ArraySlice<UInt8>) throws(ImageMistake) -> ArraySlice<UInt8> {
    var isInBrackets = false
    for (index, byte) in zip(text.indices, text) {
      switch byte {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: ">") where !isInBrackets: return text[(index + 1)...]
      default: break
      }
    }
    throw .truncated
  }

  private static func attributes(_ text: ArraySlice<UInt8>) throws(ImageMistake) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while true {
      rest = rest.drop(while: isSpace)
      guard let first = rest.first else { throw .truncated }
      if first == UInt8(ascii: ">") || first == UInt8(ascii: "/") { return attributes }
      let name = rest.prefix { !isSpace($0) && !"=>/".utf8.contains($0) }
      rest = rest[name.endIndex...].drop(while: isSpace)
      guard rest.first == UInt8(ascii: "=") else { throw rest.isEmpty ? .truncated : .malformed }
      rest = rest.dropFirst().drop(while: isSpace)
      guard let quote = rest.first else { throw .truncated }
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
      let value = rest.dropFirst().prefix { $0 != quote }
      guard value.endIndex < rest.endIndex else { throw .truncated }
      attributes[String(decoding: name, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
      rest = rest[(value.endIndex + 1)...]
    }
  }

  // MARK: - Numbers

  /// A length in CSS pixels; `nil` for one that depends on its surroundings, such as `100%`.
  private static func length(_ text: String) -> Double? {
    let text = text.utf8.drop(while: isSpace)
    let number = text.prefix { "+-.0123456789".utf8.contains($0) }
    var unit = text[number.endIndex...]
    while let last = unit.last, isSpace(last) { unit = unit.dropLast() }
    guard let value = Double(String(decoding: number, as: UTF8.self)), value > 0 else { return nil }
    let inch = 96.0
    switch String(decoding: unit, as: UTF8.self).lowercased() {
    case "", "px": return value
    case "pt": return value * inch / 72
    case "pc": return value * inch / 6
    case "in": return value * inch
    case "cm": return value * inch / 2.54
    case "mm": return value * inch / 25.4
    default: return nil
    }
  }

  private static func viewBox(_ text: String) -> (width: Double, height: Double)? {
    let numbers = text.split { $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0, numbers[2].isFinite, numbers[3].isFinite else {
      return nil
    }
    return (numbers[2], numbers[3])
  }
}
