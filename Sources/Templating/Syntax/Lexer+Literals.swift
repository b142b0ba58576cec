extension Lexer {
  /// Reads a number: an integer in base 10, 2, 8 or 16, or a float.
  mutating func readNumber() throws(SourceProblem) {
    let start = position
    let afterDot = start > 0 && bytes[start - 1] == 0x2E
    if !afterDot, let end = floatEnd(start) {
      let text = plainText(start..<end)
      move(to: end)
      guard let value = Double(text), value.isFinite else {
        throw SourceProblem(problem: .numberTooLarge(text), range: start..<end)
      }
      append(.float(value), from: start)
      return
    }
    var radix = 10
    var end = start
    if bytes[start] == 0x30, let mark = byte(start + 1) {
      switch mark | 0x20 {
      case 0x78: radix = 16
      case 0x6F: radix = 8
      case 0x62: radix = 2
      default: break
      }
    }
    if radix != 10, let prefixed = digitsEnd(start + 2, radix: radix, allowsLeadingUnderscore: true) {
      end = prefixed
    } else {
      radix = 10
      end = start + 1
      // A decimal number does not begin with zero, unless it is all zeros.
      let isZero = bytes[start] == 0x30
      while let byte = byte(end) {
        let digit = byte == 0x5F ? self.byte(end + 1) : byte
        guard let digit, isZero ? digit == 0x30 : (0x30...0x39).contains(digit) else { break }
        end += byte == 0x5F ? 2 : 1
      }
    }
    let text = plainText(start..<end)
    move(to: end)
    guard let value = Int(radix == 10 ? text : String(text.dropFirst(2)), radix: radix) else {
      throw SourceProblem(problem: .numberTooLarge(text), range: start..<end)
    }
    append(.integer(value), from: start)
  }

  private func plainText(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].filter { $0 != 0x5F }, as: Unicode.UTF8.self)
  }

  private func digitsEnd(_ start: Int, radix: Int, allowsLeadingUnderscore: Bool) -> Int? {
    var end = start
    while let byte = byte(end) {
      if byte == 0x5F {
        guard end > start || allowsLeadingUnderscore, let next = self.byte(end + 1), isDigit(next, radix)
        else {
          break
        }
        end += 1
      } else if isDigit(byte, radix) {
        end += 1
      } else {
        break
      }
    }
    return end > start ? end : nil
  }

  private func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 < radix
    case 0x41...0x46, 0x61...0x66: radix == 16
    default: false
    }
  }

  /// Where a float that starts here ends: digits, then a fraction, an exponent or both.
  private func floatEnd(_ start: Int) -> Int? {
    guard var end = digitsEnd(start, radix: 10, allowsLeadingUnderscore: false) else { return nil }
    var isFloat = false
    if byte(end) == 0x2E, let fraction = digitsEnd(end + 1, radix: 10, allowsLeadingUnderscore: false) {
      end = fraction
      isFloat = true
    }
    if let mark = byte(end), mark | 0x20 == 0x65 {
      var digits = end + 1
      if let sign = byte(digits), sign == 0x2B || sign == 0x2D { digits += 1 }
      if let exponent = digitsEnd(digits, radix: 10, allowsLeadingUnderscore: false) {
        end = exponent
        isFloat = true
      }
    }
    return isFloat ? end : nil
  }

  /// Reads a text in single or double quotation marks, with Python's escapes.
  mutating func readText() throws(SourceProblem) {
    let start = position
    let quote = bytes[start]
    var end = start + 1
    while let byte = byte(end), byte != quote { end += byte == 0x5C ? 2 : 1 }
    guard byte(end) == quote else {
      move(to: start + 1)
      throw SourceProblem(problem: .unclosedText, range: start..<start + 1)
    }
    let inside = bytes[start + 1..<end]
    let content = inside.contains(0x0D) ? Self.withLineFeeds(inside)[...] : inside
    move(to: end + 1)
    if !content.contains(0x5C) {
      append(.text(Array(content)), from: start)
      return
    }
    var unescaped: [UInt8] = []
    var index = content.startIndex
    while index < content.endIndex {
      if content[index] != 0x5C {
        unescaped.append(content[index])
        index += 1
      } else {
        do throws(SourceProblem) {
          try unescape(content, &index, into: &unescaped)
        } catch {
          // Offsets within a text without CR are those of the file.
          let range = inside.contains(0x0D) ? start..<end + 1 : error.range
          throw SourceProblem(problem: error.problem, range: range)
        }
      }
    }
    append(.text(unescaped), from: start)
  }

  private func unescape(
    _ content: ArraySlice<UInt8>, _ index: inout Int, into output: inout [UInt8]
  ) throws(SourceProblem) {
    let start = index
    let mark = content[start + 1]
    index += 2
    func invalid(_ length: Int) -> SourceProblem {
      let range = start..<min(start + length, content.endIndex)
      return SourceProblem(
        problem: .invalidEscape(String(decoding: content[range], as: Unicode.UTF8.self)), range: range)
    }
    func appendScalar(_ value: UInt32, length: Int) throws(SourceProblem) {
      guard let scalar = Unicode.Scalar(value) else { throw invalid(length) }
      output.append(contentsOf: String(scalar).utf8)
    }
    switch mark {
    case 0x0A: break
    case 0x5C, 0x27, 0x22: output.append(mark)
    case 0x61: output.append(0x07)
    case 0x62: output.append(0x08)
    case 0x66: output.append(0x0C)
    case 0x6E: output.append(0x0A)
    case 0x72: output.append(0x0D)
    case 0x74: output.append(0x09)
    case 0x76: output.append(0x0B)
    case 0x30...0x37:
      var value = UInt32(mark - 0x30)
      while index < content.endIndex, index < start + 4, (0x30...0x37).contains(content[index]) {
        value = value * 8 + UInt32(content[index] - 0x30)
        index += 1
      }
      try appendScalar(value, length: index - start)
    case 0x78, 0x75, 0x55:
      let width = mark == 0x78 ? 2 : mark == 0x75 ? 4 : 8
      var value: UInt32 = 0
      for _ in 0..<width {
        guard index < content.endIndex, isDigit(content[index], 16) else { throw invalid(width + 2) }
        let digit = content[index] < 0x40 ? content[index] - 0x30 : (content[index] | 0x20) - 0x61 + 10
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 16)
        if overflow { throw invalid(width + 2) }
        value = shifted + UInt32(digit)
        index += 1
      }
      try appendScalar(value, length: width + 2)
    case 0x4E: throw invalid(2)
    case 0x80...: throw invalid(2 + 3)
    default: output.append(contentsOf: [0x5C, mark])
    }
  }
}
