/// Cuts a template into tokens as Jinja2's lexer does, with `keep_trailing_newline` and without
/// `trim_blocks` and `lstrip_blocks`.
struct Lexer {
  let bytes: [UInt8]
  private(set) var position = 0
  private(set) var tokens: [Token] = []
  private(set) var problems: [SourceProblem] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func tokenize() {
    while position < bytes.count { readUpToTag() }
    tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
  }

  // MARK: Outside of tags

  private mutating func readUpToTag() {
    let dataStart = position
    var marker = position
    while marker < bytes.count, !isOpening(marker) { marker += 1 }
    guard marker < bytes.count else {
      appendData(dataStart..<bytes.count, strippingRight: false)
      position = bytes.count
      return
    }
    let kind = bytes[marker + 1]
    var inside = marker + 2
    let sign = byte(inside)
    if sign == 0x2D || sign == 0x2B { inside += 1 }
    appendData(dataStart..<marker, strippingRight: sign == 0x2D)
    position = inside
    switch kind {
    case 0x23: readComment(from: marker)
    case 0x7B:
      tokens.append(Token(kind: .printBegin, range: marker..<inside))
      readTag(from: marker, isPrint: true)
    default:
      if skipRawOpening() {
        readRaw(from: marker)
      } else {
        tokens.append(Token(kind: .tagBegin, range: marker..<inside))
        readTag(from: marker, isPrint: false)
      }
    }
  }

  private func isOpening(_ index: Int) -> Bool {
    guard bytes[index] == 0x7B, let next = byte(index + 1) else { return false }
    return next == 0x7B || next == 0x25 || next == 0x23
  }

  /// Adds what stands outside of tags, with each line end as LF.
  private mutating func appendData(_ range: Range<Int>, strippingRight: Bool) {
    let end = strippingRight ? endWithoutSpace(range) : range.upperBound
    guard end > range.lowerBound else { return }
    let range = range.lowerBound..<end
    let slice = bytes[range]
    tokens.append(
      Token(kind: .data(slice.contains(0x0D) ? Self.withLineFeeds(slice) : Array(slice)), range: range))
  }

  static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x0D {
        result.append(0x0A)
        if index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    return result
  }

  private mutating func readComment(from marker: Int) {
    var index = position
    while index + 1 < bytes.count {
      if bytes[index] == 0x23, bytes[index + 1] == 0x7D {
        let strips = index > position && bytes[index - 1] == 0x2D
        position = index + 2
        if strips { skipSpace() }
        return
      }
      index += 1
    }
    problems.append(SourceProblem(problem: .unclosedComment, range: marker..<min(marker + 2, bytes.count)))
    position = bytes.count
  }

  /// Goes behind `raw %}`, if that is what stands here.
  private mutating func skipRawOpening() -> Bool {
    let start = position
    skipSpace()
    guard skip("raw") else {
      position = start
      return false
    }
    skipSpace()
    if skip("-%}") {
      skipSpace()
      return true
    }
    if skip("%}") { return true }
    position = start
    return false
  }

  private mutating func readRaw(from marker: Int) {
    let dataStart = position
    var index = position
    while index + 1 < bytes.count {
      if bytes[index] == 0x7B, bytes[index + 1] == 0x25 {
        position = index + 2
        let sign = byte(position)
        if sign == 0x2D || sign == 0x2B { position += 1 }
        skipSpace()
        if skip("endraw") {
          skipSpace()
          let closes = skip("+%}") || skip("%}")
          let strips = !closes && skip("-%}")
          if closes || strips {
            if strips { skipSpace() }
            appendData(dataStart..<index, strippingRight: sign == 0x2D)
            return
          }
        }
      }
      index += 1
    }
    problems.append(SourceProblem(problem: .unclosedRaw, range: marker..<dataStart))
    position = bytes.count
  }

  // MARK: Inside of tags

  private mutating func readTag(from marker: Int, isPrint: Bool) {
    var open: [Symbol] = []
    while position < bytes.count {
      if open.isEmpty, let end = tagEnd(isPrint: isPrint) {
        tokens.append(Token(kind: isPrint ? .printEnd : .tagEnd, range: end.range))
        position = end.range.upperBound
        if end.strips { skipSpace() }
        return
      }
      if skipSpace() { continue }
      do throws(SourceProblem) {
        try readToken(&open)
      } catch {
        problems.append(error)
        recover(isPrint: isPrint)
        return
      }
    }
    let (opening, closing) = isPrint ? ("{{", "}}") : ("{%", "%}")
    problems.append(
      SourceProblem(problem: .unclosedTag(opening: opening, closing: closing), range: marker..<marker + 2))
    tokens.append(Token(kind: .invalid, range: bytes.count..<bytes.count))
  }

  /// Goes on behind the tag in which something could not be read.
  private mutating func recover(isPrint: Bool) {
    tokens.append(Token(kind: .invalid, range: position..<position))
    let (first, second): (UInt8, UInt8) = isPrint ? (0x7D, 0x7D) : (0x25, 0x7D)
    while position < bytes.count {
      if bytes[position] == first, byte(position + 1) == second {
        let strips = bytes[position - 1] == 0x2D
        tokens.append(Token(kind: isPrint ? .printEnd : .tagEnd, range: position..<position + 2))
        position += 2
        if strips { skipSpace() }
        return
      }
      position += 1
    }
  }

  private func tagEnd(isPrint: Bool) -> (range: Range<Int>, strips: Bool)? {
    let (first, second): (UInt8, UInt8) = isPrint ? (0x7D, 0x7D) : (0x25, 0x7D)
    var start = position
    let sign = byte(start)
    if sign == 0x2D || (sign == 0x2B && !isPrint) { start += 1 }
    guard byte(start) == first, byte(start + 1) == second else { return nil }
    return (position..<start + 2, sign == 0x2D)
  }

  private mutating func readToken(_ open: inout [Symbol]) throws(SourceProblem) {
    let start = position
    let first = bytes[start]
    switch first {
    case 0x30...0x39: try readNumber()
    case 0x41...0x5A, 0x61...0x7A, 0x5F:
      while let byte = byte(position), Self.isNamePart(byte) { position += 1 }
      if let next = byte(position), next >= 0x80, let scalar = scalar(at: position), scalar.isPythonWord {
        throw SourceProblem(
          problem: .unsupported(
            "a name with “\(scalar)”", remedy: "for an item of a map say “map[\"name\"]”"),
          range: position..<position + UTF8.width(scalar))
      }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      tokens.append(Token(kind: .name(name), range: start..<position))
    case 0x22, 0x27: try readText()
    default:
      guard let symbol = symbol() else {
        let scalar = scalar(at: position) ?? "\u{FFFD}"
        let end = position + UTF8.width(scalar)
        position = end
        throw SourceProblem(problem: .unexpectedCharacter(String(scalar)), range: start..<end)
      }
      position += symbol.rawValue.utf8.count
      if symbol.closing != nil {
        open.append(symbol)
      } else if symbol == .closeBracket || symbol == .closeParenthesis || symbol == .closeBrace {
        let expected = open.popLast()?.closing
        if expected != symbol {
          throw SourceProblem(
            problem: .unbalanced(symbol.rawValue, expected: expected?.rawValue), range: start..<position)
        }
      }
      tokens.append(Token(kind: .symbol(symbol), range: start..<position))
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  private func symbol() -> Symbol? {
    let first = bytes[position]
    if let second = byte(position + 1),
      let long = Symbol(rawValue: String(decoding: [first, second], as: UTF8.self))
    {
      return long
    }
    return Symbol(rawValue: String(decoding: [first], as: UTF8.self))
  }

  // MARK: Bytes

  func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: start..<position))
  }

  mutating func move(to index: Int) { position = index }

  func scalar(at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  private mutating func skip(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// Goes behind white space, as Python's `\s*` does. Whether there was some.
  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while let byte = byte(position) {
      if byte < 0x80 {
        guard Unicode.Scalar(byte).isPythonSpace else { break }
        position += 1
      } else {
        guard let scalar = scalar(at: position), scalar.isPythonSpace else { break }
        position += UTF8.width(scalar)
      }
    }
    return position > start
  }

  private func endWithoutSpace(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard let scalar = scalar(at: start), scalar.isPythonSpace else { break }
      end = start
    }
    return end
  }
}

private typealias UTF8 = Unicode.UTF8
