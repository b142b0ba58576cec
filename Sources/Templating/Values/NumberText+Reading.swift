#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How Python reads numbers.
extension NumberText {
  /// A float as Python's `float()` reads it: white space around, `_` between digits, `inf` and `nan`.
  static func float(_ text: Text) -> Double? {
    guard var digits = plain(text) else { return nil }
    let isNegative = digits.first == 0x2D
    if isNegative || digits.first == 0x2B { digits.removeFirst() }
    var number: [UInt8] = []
    number.reserveCapacity(digits.count + 1)
    if digits.elementsEqual("inf".utf8) || digits.elementsEqual("infinity".utf8) {
      return isNegative ? -Double.infinity : .infinity
    }
    if digits.elementsEqual("nan".utf8) { return .nan }
    var (sawPoint, sawExponent) = (false, false)
    var digitsInPart = 0
    for (index, byte) in digits.enumerated() {
      switch byte {
      case 0x30...0x39: digitsInPart += 1
      case 0x5F:
        guard isDigit(digits, index - 1), isDigit(digits, index + 1) else { return nil }
        continue
      case 0x2E:
        if sawPoint || sawExponent { return nil }
        sawPoint = true
      case 0x65:
        if sawExponent || digitsInPart == 0 { return nil }
        sawExponent = true
        digitsInPart = 0
      case 0x2B, 0x2D: if index == 0 || digits[index - 1] != 0x65 { return nil }
      default: return nil
      }
      number.append(byte)
    }
    guard digitsInPart > 0 else { return nil }
    number.append(0)
    let magnitude = number.withUnsafeBytes { buffer in
      buffer.baseAddress.map { strtod($0.assumingMemoryBound(to: CChar.self), nil) } ?? 0
    }
    return isNegative ? -magnitude : magnitude
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes.indices.contains(index) && (0x30...0x39).contains(bytes[index])
  }

  /// An integer as Python's `int()` reads it, in a base from 2 to 36 or 0 (by its prefix).
  ///
  /// - Throws: Where it is one, but of more than 64 bits.
  static func integer(_ text: Text, base: Int = 10) throws(Interruption) -> Int? {
    guard let bytes = plain(text) else { return nil }
    var digits = bytes[...]
    let isNegative = digits.first == 0x2D
    if isNegative || digits.first == 0x2B { digits.removeFirst() }
    var base = base
    for (prefix, prefixed) in [("0x", 16), ("0o", 8), ("0b", 2)]
    where digits.starts(with: prefix.utf8) && (base == prefixed || base == 0) {
      digits.removeFirst(2)
      if digits.first == 0x5F { digits.removeFirst() }
      base = prefixed
      break
    }
    if base == 0 {
      base = 10
      if digits.first == 0x30, digits.contains(where: { $0 != 0x30 && $0 != 0x5F }) { return nil }
    }
    var value: Int? = 0
    var isAfterDigit = false
    for byte in digits {
      if byte == 0x5F, isAfterDigit {
        isAfterDigit = false
        continue
      }
      guard let digit = digitValue(byte), digit < base else { return nil }
      isAfterDigit = true
      // A number that is too large may still turn out to be none.
      value = value.flatMap { value in
        let (product, overflow) = value.multipliedReportingOverflow(by: base)
        let (sum, carry) = product.addingReportingOverflow(isNegative ? -digit : digit)
        return overflow || carry ? nil : sum
      }
    }
    guard isAfterDigit else { return nil }
    // Of decimal digits, Python reads no more than 4,300.
    guard let value, digits.count <= 4300 else { throw Interruption(.integerTooLarge) }
    return value
  }

  private static func digitValue(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x61...0x7A: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  /// The text in small letters, without the white space around it, and all scripts' digits as those of ASCII;
  /// `nil` where it has other letters.
  private static func plain(_ text: Text) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.bytes.count)
    var end = 0
    for scalar in text.string.unicodeScalars {
      if scalar.isPythonSpace {
        if !result.isEmpty { result.append(0x20) }
        continue
      }
      if scalar.isASCII {
        result.append((0x41...0x5A).contains(scalar.value) ? UInt8(scalar.value) | 0x20 : UInt8(scalar.value))
      } else if scalar.properties.generalCategory == .decimalNumber,
        let digit = scalar.properties.numericValue.flatMap({ Int(exactly: $0) }), (0...9).contains(digit)
      {
        result.append(0x30 + UInt8(digit))
      } else {
        return nil
      }
      end = result.count
    }
    return Array(result[..<end])
  }
}
