/// Python's arithmetic on booleans, integers of 64 bits and floats.
enum Number {
  case integer(Int)
  case float(Double)

  init?(_ value: Value) {
    switch value {
    case .boolean(let value): self = .integer(value ? 1 : 0)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(value)
    default: return nil
    }
  }

  var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    }
  }

  var value: Value {
    switch self {
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    }
  }

  /// The order of two numbers, exact between integers and floats. `nil` where one is no number.
  static func compare(_ a: Value, _ b: Value) -> Order? {
    guard let a = Number(a), let b = Number(b) else { return nil }
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return Order(a, b)
    case (.float(let a), .float(let b)): return a.isNaN || b.isNaN ? nil : Order(a, b)
    case (.integer(let a), .float(let b)): return compare(a, b)
    case (.float(let a), .integer(let b)):
      return switch compare(b, a) {
      case .less: .greater
      case .greater: .less
      case let order: order
      }
    }
  }

  private static func compare(_ a: Int, _ b: Double) -> Order? {
    if b.isNaN { return nil }
    if b >= 0x1p63 { return .less }
    if b < -0x1p63 { return .greater }
    let whole = Int(b.rounded(.towardZero))
    if a != whole { return Order(a, whole) }
    return Order(0, b - b.rounded(.towardZero))
  }

  static func add(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    if case .integer(let a) = a, case .integer(let b) = b { return try checked(a.addingReportingOverflow(b)) }
    return .float(a.double + b.double)
  }

  static func subtract(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    if case .integer(let a) = a, case .integer(let b) = b {
      return try checked(a.subtractingReportingOverflow(b))
    }
    return .float(a.double - b.double)
  }

  static func multiply(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    if case .integer(let a) = a, case .integer(let b) = b {
      return try checked(a.multipliedReportingOverflow(by: b))
    }
    return .float(a.double * b.double)
  }

  static func divide(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    if b.double == 0 { throw Interruption(.divisionByZero) }
    if case .integer(let a) = a, case .integer(let b) = b {
      // Python divides integers exactly; up to 2 to the power of 53 that is what floats do.
      guard a.magnitude <= 1 << 53, b.magnitude <= 1 << 53 else { throw Interruption(.integerTooLarge) }
    }
    return .float(a.double / b.double)
  }

  static func floorDivide(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    try divideWithRemainder(a, b).quotient
  }

  static func modulo(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    try divideWithRemainder(a, b).remainder
  }

  /// The quotient rounded down and a remainder of the divisor's sign.
  private static func divideWithRemainder(
    _ a: Number, _ b: Number
  ) throws(Interruption) -> (quotient: Number, remainder: Number) {
    if b.double == 0 { throw Interruption(.divisionByZero) }
    if case .integer(let a) = a, case .integer(let b) = b {
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { throw Interruption(.integerTooLarge) }
      let remainder = a - quotient * b
      return remainder != 0 && (remainder < 0) != (b < 0)
        ? (.integer(quotient - 1), .integer(remainder + b)) : (.integer(quotient), .integer(remainder))
    }
    let (a, b) = (a.double, b.double)
    var remainder = a.truncatingRemainder(dividingBy: b)
    var quotient = (a - remainder) / b
    if remainder != 0 {
      if (b < 0) != (remainder < 0) {
        remainder += b
        quotient -= 1
      }
    } else {
      remainder = b.sign == .minus ? -0.0 : 0.0
    }
    if quotient != 0 {
      let floor = quotient.rounded(.down)
      quotient = quotient - floor > 0.5 ? floor + 1 : floor
    } else {
      quotient = (a / b).sign == .minus ? -0.0 : 0.0
    }
    return (.float(quotient), .float(remainder))
  }

  static func negate(_ a: Number) throws(Interruption) -> Number {
    switch a {
    case .integer(let value): try checked((0).subtractingReportingOverflow(value))
    case .float(let value): .float(-value)
    }
  }

  static func absolute(_ a: Number) throws(Interruption) -> Number {
    switch a {
    case .integer(let value): value < 0 ? try negate(a) : a
    case .float(let value): .float(abs(value))
    }
  }

  static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Interruption) -> Number {
    if result.overflow { throw Interruption(.integerTooLarge) }
    return .integer(result.partialValue)
  }
}

extension Value {
  var isNumber: Bool {
    switch self {
    case .boolean, .integer, .float: true
    default: false
    }
  }

  /// An integer, or a boolean as one.
  var index: Int? {
    switch self {
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): value
    default: nil
    }
  }
}
