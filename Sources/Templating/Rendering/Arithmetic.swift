/// The operators on any values: numbers, texts, lists.
enum Arithmetic {
  static func compute(
    _ operation: Expression.Arithmetic, _ left: Value, _ right: Value, _ work: inout Work
  ) throws(Interruption) -> Value {
    if let a = Number(left), let b = Number(right) {
      return try compute(operation, a, b).value
    }
    if operation == .modulo, case .text(let format) = left {
      return .text(try PercentFormat.format(format, right, &work))
    }
    if case .undefined(let undefined) = left { throw Interruption(undefined: undefined) }
    if case .undefined(let undefined) = right { throw Interruption(undefined: undefined) }
    switch (operation, left, right) {
    case (.add, .text(let a), .text(let b)): return .text(try concatenate(a, b, &work))
    case (.add, .list(let a), .list(let b)): return .list(try concatenate(a, b, &work))
    case (.add, .tuple(let a), .tuple(let b)): return .tuple(try concatenate(a, b, &work))
    case (.add, .runtime(let a as GroupValue), _):
      if case .tuple(let b) = right { return .tuple(try concatenate(a.pair, b, &work)) }
    case (.multiply, _, _):
      if let count = right.index, let product = try repeated(left, count, &work) { return product }
      if let count = left.index, let product = try repeated(right, count, &work) { return product }
    default: break
    }
    throw Interruption(.wrongOperands(left.typeName, right.typeName, symbol: operation.rawValue))
  }

  private static func compute(
    _ operation: Expression.Arithmetic, _ a: Number, _ b: Number
  ) throws(Interruption) -> Number {
    switch operation {
    case .add: try Number.add(a, b)
    case .subtract: try Number.subtract(a, b)
    case .multiply: try Number.multiply(a, b)
    case .divide: try Number.divide(a, b)
    case .floorDivide: try Number.floorDivide(a, b)
    case .modulo: try Number.modulo(a, b)
    case .power: try Number.power(a, b)
    }
  }

  /// Two texts as one: safe where one is safe, and then what is not is escaped.
  static func concatenate(_ a: Text, _ b: Text, _ work: inout Work) throws(Interruption) -> Text {
    if a.bytes.count + b.bytes.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    try work.spend((a.bytes.count &+ b.bytes.count) &* 4)
    if a.isSafe || b.isSafe { return Text(utf8: a.escaped.bytes + b.escaped.bytes, isSafe: true) }
    return Text(utf8: a.bytes + b.bytes)
  }

  static func concatenate(_ a: [Value], _ b: [Value], _ work: inout Work) throws(Interruption) -> [Value] {
    if a.count + b.count > Limits.elements { throw Interruption(.limit(.elements)) }
    try work.spend((a.count &+ b.count) &* Work.element)
    return a + b
  }

  private static func repeated(
    _ value: Value, _ count: Int, _ work: inout Work
  ) throws(Interruption) -> Value? {
    func check(
      _ length: Int, _ limit: Int, _ problem: TemplateProblem.Limit, _ units: Int
    ) throws(Interruption) {
      let (total, overflow) = length.multipliedReportingOverflow(by: max(0, count))
      if overflow || total > limit { throw Interruption(.limit(problem)) }
      try work.spend(total &* units)
    }
    switch value {
    case .text(let text):
      try check(text.bytes.count, Limits.bytes, .textLength, 4)
      return .text(text.derived(repeated(text.bytes, count)))
    case .list(let elements):
      try check(elements.count, Limits.elements, .elements, Work.element)
      return .list(repeated(elements, count))
    case .tuple(let elements):
      try check(elements.count, Limits.elements, .elements, Work.element)
      return .tuple(repeated(elements, count))
    default: return nil
    }
  }

  private static func repeated<Element>(_ elements: [Element], _ count: Int) -> [Element] {
    guard count > 0, let only = elements.first else { return [] }
    if elements.count == 1 { return Array(repeating: only, count: count) }
    var result: [Element] = []
    result.reserveCapacity(elements.count * count)
    for _ in 0..<count { result += elements }
    return result
  }
}
