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
}
