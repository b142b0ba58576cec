import Diagnostics

/// Checks the characters of a text file before anything else reads it.
enum SourceCheck {
  /// The most control characters that are reported of one file.
  private static let maximumReports = 10

  /// What is wrong with the characters of a file; nothing where it is UTF-8 without control characters
  /// other than tab and line ends.
  static func diagnostics(of bytes: [UInt8], file: String) -> [Diagnostic] {
    var source: SourceText?
    var diagnostics: [Diagnostic] = []
    var offset = 0
    while let finding = next(in: bytes, from: offset), diagnostics.count < maximumReports {
      let text = source ?? SourceText(file: file, bytes: bytes)
      source = text
      let place = text.place(at: finding.range.lowerBound, length: finding.range.count)
      diagnostics.append(finding.problem.at(place))
      guard case .controlCharacter = finding.problem else { break }
      offset = finding.range.upperBound
    }
    return diagnostics
  }

  /// The first character of a YAML text that the parser would take for a line's end or refuse.
  static func invisible(in bytes: ArraySlice<UInt8>) -> (range: Range<Int>, problem: SourceProblem)? {
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      if bytes[index] >= 0xE2 {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0xA8): return (index..<index + 3, .notInYAML("\u{2028}"))
        case (0xE2, 0x80, 0xA9): return (index..<index + 3, .notInYAML("\u{2029}"))
        case (0xEF, 0xBB, 0xBF): return (index..<index + 3, .notInYAML("\u{FEFF}"))
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// The first control character of a text other than tab and line ends.
  static func firstControl(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first(where: isControl)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func next(
    in bytes: [UInt8], from start: Int
  ) -> (range: Range<Int>, problem: SourceProblem)? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        let byte = buffer[index]
        if byte >= 0x20 && byte < 0x7F || byte == 0x0A {
          index += 1
          continue
        }
        if byte < 0x80 {
          let scalar = Unicode.Scalar(byte)
          if isControl(scalar) { return (index..<index + 1, .controlCharacter(scalar)) }
          index += 1
          continue
        }
        guard let (scalar, length) = decode(buffer, at: index) else {
          return (index..<index + 1, .invalidUTF8(byte: byte))
        }
        if isControl(scalar) { return (index..<index + length, .controlCharacter(scalar)) }
        index += length
      }
      return nil
    }
  }

  /// The well-formed sequence of more than one byte at an index (Unicode, table 3-7).
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    if length == 3 && value < 0x800 || length == 4 && value < 0x10000 { return nil }
    // Surrogates and what is beyond U+10FFFF are no scalars.
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
