extension Filter {
  static let numbers: [Filter] = [
    Filter("abs") { (arguments, _, _) throws(Interruption) in
      try Number.absolute(try arguments.input.requireNumber("“abs”")).value
    },
    Filter("int", [.init("default", standard: 0), .init("base", standard: 10)]) {
      (arguments, _, _) throws(Interruption) in
      try integer(arguments)
    },
    Filter("float", [.init("default", standard: 0.0)]) { (arguments, _, _) throws(Interruption) in
      switch arguments.input {
      case .undefined(let undefined): throw Interruption(undefined: undefined)
      case .text(let text): return NumberText.float(text).map { .float($0) } ?? arguments[0]
      default: return Number(arguments.input).map { .float($0.double) } ?? arguments[0]
      }
    },
    Filter("round", [.init("precision", standard: 0), .init("method", standard: "common")]) {
      (arguments, _, _) throws(Interruption) in
      try rounded(arguments)
    },
    Filter("filesizeformat", [.init("binary", standard: false)]) { (arguments, _, _) throws(Interruption) in
      let size: Double
      switch arguments.input {
      case .undefined(let undefined): throw Interruption(undefined: undefined)
      case .text(let text):
        guard let value = NumberText.float(text) else {
          throw Interruption(.invalidValue("“\(text.string)” is no number", remedy: nil))
        }
        size = value
      default: size = try arguments.input.requireNumber("“filesizeformat”").double
      }
      return .string(try fileSize(size, isBinary: try arguments[0].isTrue()))
    },
  ]

  private static func integer(_ arguments: CallableArguments) throws(Interruption) -> Value {
    func whole(_ value: Double) throws(Interruption) -> Value? {
      guard value.isFinite else { return nil }
      guard let integer = Int(exactly: value.rounded(.towardZero)) else {
        throw Interruption(.integerTooLarge)
      }
      return .integer(integer)
    }
    switch arguments.input {
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    case .boolean, .integer: return .integer(arguments.input.index ?? 0)
    case .float(let value): return try whole(value) ?? arguments[0]
    case .text(let text):
      let base = try arguments[1].requireInteger("“int”")
      guard base == 0 || (2...36).contains(base) else {
        return try NumberText.float(text).flatMap { value throws(Interruption) in try whole(value) }
          ?? arguments[0]
      }
      if let integer = try NumberText.integer(text, base: base) { return .integer(integer) }
      guard let value = NumberText.float(text) else { return arguments[0] }
      return try whole(value) ?? arguments[0]
    default: return arguments[0]
    }
  }

  private static func rounded(_ arguments: CallableArguments) throws(Interruption) -> Value {
    let number = try arguments.input.requireNumber("“round”")
    let method = try arguments[1].requireText("“round”").string
    if method == "common" {
      if arguments[0].isNone {
        if case .float(let value) = number {
          guard let integer = Int(exactly: Rounding.round(value, 0)) else {
            throw Interruption(.integerTooLarge)
          }
          return .integer(integer)
        }
        return number.value
      }
      let precision = try arguments[0].requireInteger("“round”")
      switch number {
      case .float(let value): return .float(Rounding.round(value, precision))
      case .integer(let value): return .integer(try Rounding.round(value, precision))
      }
    }
    guard method == "ceil" || method == "floor" else {
      throw Interruption(
        .invalidValue("there is no way “\(method)” of rounding", remedy: "say “common”, “ceil” or “floor”"))
    }
    let precision = try arguments[0].requireInteger("“round”")
    let factor = try Number.power(.integer(10), .integer(precision))
    let product = try Number.multiply(number, factor)
    let whole: Number
    switch product {
    case .integer: whole = product
    case .float(let value):
      guard let integer = Int(exactly: value.rounded(method == "ceil" ? .up : .down)) else {
        throw Interruption(.integerTooLarge)
      }
      whole = .integer(integer)
    }
    return try Number.divide(whole, factor).value
  }

  private static func fileSize(_ size: Double, isBinary: Bool) throws(Interruption) -> String {
    let base = isBinary ? 1024.0 : 1000.0
    let prefixes =
      isBinary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]
      : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    if size == 1 { return "1 Byte" }
    if size < base {
      guard let whole = Int(exactly: size.rounded(.towardZero)) else { throw Interruption(.integerTooLarge) }
      return "\(whole) Bytes"
    }
    var unit = base * base
    for prefix in prefixes.dropLast() {
      if size < unit { return NumberText.formatted(base * size / unit, "f", precision: 1) + " " + prefix }
      unit *= base
    }
    if size.isNaN || size.isInfinite {
      throw Interruption(.invalidValue("the size is not finite", remedy: nil))
    }
    return NumberText.formatted(base * size / unit, "f", precision: 1) + " " + (prefixes.last ?? "")
  }
}

/// Python's `round`, which rounds the exact value of a float, halves to even.
enum Rounding {
  static func round(_ value: Double, _ precision: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    if precision > 323 { return value }
    if precision < -308 { return value < 0 ? -0.0 : 0.0 }
    if precision >= 0 {
      let text = NumberText.formatted(value, "f", precision: precision)
      return Double(text) ?? value
    }
    // All digits before the point, exactly; the rest only tells a half from more than a half.
    let digits = Array(NumberText.formatted(value.magnitude, "f", precision: 1074))
    guard let point = digits.firstIndex(of: ".") else { return value }
    let cut = point + precision
    guard cut >= 0 else { return value < 0 ? -0.0 : 0.0 }
    let kept = digits[..<cut]
    let rest = digits[cut...].filter { $0 != "." }
    let isAboveHalf =
      (rest.first ?? "0") > "5" || rest.first == "5" && rest.dropFirst().contains { $0 != "0" }
    let isHalf = rest.first == "5" && !rest.dropFirst().contains { $0 != "0" }
    let isOdd = ((kept.last?.wholeNumberValue) ?? 0) % 2 == 1
    var result = Double(String(kept) + String(repeating: "0", count: -precision)) ?? 0
    if isAboveHalf || isHalf && isOdd {
      result = Double(increment(String(kept)) + String(repeating: "0", count: -precision)) ?? result
    }
    return value < 0 ? -result : result
  }

  private static func increment(_ digits: String) -> String {
    var result = Array(digits)
    var index = result.count - 1
    while index >= 0 {
      guard let digit = result[index].wholeNumberValue else { break }
      if digit < 9 {
        result[index] = Character(String(digit + 1))
        return String(result)
      }
      result[index] = "0"
      index -= 1
    }
    return "1" + String(result)
  }

  static func round(_ value: Int, _ precision: Int) throws(Interruption) -> Int {
    guard precision < 0 else { return value }
    guard precision >= -18 else { return 0 }
    var factor = 1
    for _ in 0..<(-precision) { factor *= 10 }
    let remainder = value % factor
    let lower = value - remainder
    let magnitude = remainder.magnitude
    let half = UInt(factor) / 2
    let isOdd = (lower / factor) % 2 != 0
    guard magnitude > half || magnitude == half && isOdd else { return lower }
    let (result, overflow) = lower.addingReportingOverflow(value < 0 ? -factor : factor)
    if overflow { throw Interruption(.integerTooLarge) }
    return result
  }
}
