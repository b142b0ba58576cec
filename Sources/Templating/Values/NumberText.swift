#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How Python writes numbers.
enum NumberText {
  static func append(_ value: Int, to output: inout [UInt8]) {
    if value >= 0, value < 10 {
      output.append(0x30 + UInt8(truncatingIfNeeded: value))
      return
    }
    var magnitude = value.magnitude
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { buffer in
      var start = buffer.count
      repeat {
        start -= 1
        buffer[start] = 0x30 + UInt8(truncatingIfNeeded: magnitude % 10)
        magnitude /= 10
      } while magnitude > 0
      if value < 0 {
        start -= 1
        buffer[start] = 0x2D
      }
      output.append(contentsOf: buffer[start...])
    }
  }

  /// The shortest text that reads as the same float (`repr` in Python).
  static func append(_ value: Double, to output: inout [UInt8]) {
    output.append(contentsOf: text(value).utf8)
  }

  static func text(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
    // Swift finds the same digits as Python; only where the exponent begins differs.
    var digits = ""
    var point: Int?
    var exponent = 0
    var text = Substring(value.magnitude.description)
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    for character in text {
      if character == "." { point = digits.count } else { digits.append(character) }
    }
    exponent += point ?? digits.count
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
    switch exponent {
    case -3...0: return sign + "0." + zeros(-exponent) + digits
    case 1...16:
      if digits.count <= exponent { return sign + digits + zeros(exponent - digits.count) + ".0" }
      return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    default:
      let power = exponent - 1
      let fraction = digits.dropFirst()
      let magnitude = String(abs(power))
      return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e"
        + (power < 0 ? "-" : "+")
        + (magnitude.count < 2 ? "0" : "") + magnitude
    }
  }

  /// A float in one of C's formats (`f`, `e`, `g` …), rounded correctly as in Python.
  static func formatted(_ value: Double, _ conversion: Character, precision: Int, flags: String = "")
    -> String
  {
    let format = "%" + flags + ".*" + String(conversion)
    return withVaList([Int32(truncatingIfNeeded: precision), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 512 + precision)
      let capacity = buffer.count
      let count = buffer.withUnsafeMutableBufferPointer {
        vsnprintf($0.baseAddress, capacity, format, arguments)
      }
      let bytes = buffer.prefix(max(0, min(Int(count), capacity - 1))).map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A float as Python's `float()` reads it: white space around, `_` between digits, `inf` and `nan`.
  static func float(_ string: String) -> Double? {
    guard let text = trimmed(string), !text.isEmpty, text.allSatisfy({ $0.isASCII }) else { return nil }
    let lowered = text.lowercased()
    let unsigned = lowered.first == "-" || lowered.first == "+" ? String(lowered.dropFirst()) : lowered
    switch unsigned {
    case "inf", "infinity": return lowered.first == "-" ? -Double.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    guard let digits = withoutUnderscores(unsigned) else { return nil }
    guard digits.allSatisfy({ "0123456789.e+-".contains($0) }) else { return nil }
    guard digits.contains(where: { $0.isNumber }) else { return nil }
    var sawExponent = false
    var sawPoint = false
    var digitsInPart = 0
    var previous: Character = " "
    for character in digits {
      switch character {
      case ".":
        if sawPoint || sawExponent { return nil }
        sawPoint = true
      case "e":
        if sawExponent || digitsInPart == 0 { return nil }
        sawExponent = true
        digitsInPart = 0
      case "+", "-":
        if previous != "e" { return nil }
      default: digitsInPart += 1
      }
      previous = character
    }
    if digitsInPart == 0 { return nil }
    let magnitude = strtod(digits, nil)
    return lowered.first == "-" ? -magnitude : magnitude
  }

  /// An integer as Python's `int()` reads it, in a base from 2 to 36 or 0 (by its prefix).
  ///
  /// - Throws: Where it is one, but of more than 64 bits.
  static func integer(_ string: String, base: Int = 10) throws(Interruption) -> Int? {
    guard let text = trimmed(string), !text.isEmpty, text.allSatisfy({ $0.isASCII }) else { return nil }
    var digits = text.lowercased()
    var sign = ""
    if digits.hasPrefix("-") || digits.hasPrefix("+") {
      if digits.hasPrefix("-") { sign = "-" }
      digits.removeFirst()
    }
    var base = base
    for (prefix, prefixed) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where digits.hasPrefix(prefix) && (base == prefixed || base == 0) {
      digits.removeFirst(2)
      if digits.hasPrefix("_") { digits.removeFirst() }
      base = prefixed
    }
    if base == 0 {
      base = 10
      if digits.hasPrefix("0"), digits.contains(where: { $0 != "0" && $0 != "_" }) { return nil }
    }
    guard let plain = withoutUnderscores(digits), !plain.isEmpty else { return nil }
    for character in plain {
      guard let digit = character.hexOrLetterValue, digit < base else { return nil }
    }
    guard let value = Int(sign + plain, radix: base) else { throw Interruption(.integerTooLarge) }
    return value
  }

  /// The text without the white space around it; `nil` never, but kept optional for callers' guards.
  private static func trimmed(_ string: String) -> String? {
    let scalars = string.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isPythonSpace }),
      let last = scalars.lastIndex(where: { !$0.isPythonSpace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The digits without the `_` between them; `nil` where one is not between two digits.
  private static func withoutUnderscores(_ text: String) -> String? {
    guard text.contains("_") else { return text }
    let characters = Array(text)
    for (index, character) in characters.enumerated() where character == "_" {
      guard index > 0, index + 1 < characters.count, characters[index - 1].hexOrLetterValue != nil,
        characters[index + 1].hexOrLetterValue != nil
      else { return nil }
    }
    return String(characters.filter { $0 != "_" })
  }
}

extension Character {
  fileprivate var hexOrLetterValue: Int? {
    guard let ascii = asciiValue else { return nil }
    switch ascii {
    case 0x30...0x39: return Int(ascii) - 0x30
    case 0x61...0x7A: return Int(ascii) - 0x61 + 10
    default: return nil
    }
  }
}
