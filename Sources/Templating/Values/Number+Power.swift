#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Number {
  /// `a ** b`: an integer where both are and the exponent is not negative.
  static func power(_ a: Number, _ b: Number) throws(Interruption) -> Number {
    if case .integer(let base) = a, case .integer(let exponent) = b, exponent >= 0 {
      var result: Number = .integer(1)
      var factor: Number = .integer(base)
      var rest = exponent
      while rest > 0 {
        if rest & 1 == 1 { result = try multiply(result, factor) }
        rest >>= 1
        if rest > 0 {
          if case .integer(let value) = factor, value.magnitude <= 1 {
            factor = .integer(value * value)
          } else {
            factor = try multiply(factor, factor)
          }
        }
      }
      return result
    }
    let (x, y) = (a.double, b.double)
    if x == 0, y < 0 { throw Interruption(.divisionByZero) }
    if x < 0, x.isFinite, y.isFinite, y.rounded() != y { throw Interruption(.complexNumber) }
    let result = pow(x, y)
    if result.isInfinite, x.isFinite, y.isFinite { throw Interruption(.floatTooLarge) }
    return .float(result)
  }
}
