/// A test of the language, what follows `is`.
struct Test: Sendable {
  let declaration: CallableDeclaration
  let holds: @Sendable (CallableArguments, inout Renderer) throws(Interruption) -> Bool

  init(
    _ name: String, _ parameters: [String] = [],
    _ holds: @escaping @Sendable (CallableArguments, inout Renderer) throws(Interruption) -> Bool
  ) {
    declaration = CallableDeclaration(name, parameters.map { .init($0) })
    self.holds = holds
  }

  static let all: [String: Test] = {
    var tests: [String: Test] = [:]
    for test in types + values + comparisons { tests[test.declaration.name] = test }
    for (alias, name) in [
      ("==", "eq"), ("equalto", "eq"), ("!=", "ne"), ("<", "lt"), ("lessthan", "lt"), ("<=", "le"),
      (">", "gt"),
      ("greaterthan", "gt"), (">=", "ge"),
    ] {
      tests[alias] = tests[name]
    }
    return tests
  }()

  static func named(_ name: String) -> Test? { all[name] }

  private static func isType(_ name: String, _ matches: @escaping @Sendable (Value) -> Bool) -> Test {
    Test(name) { arguments, _ in matches(arguments.input) }
  }

  private static let types: [Test] = [
    isType("defined") { if case .undefined = $0 { false } else { true } },
    isType("undefined") { if case .undefined = $0 { true } else { false } },
    isType("none") { $0.isNone },
    isType("boolean") { if case .boolean = $0 { true } else { false } },
    isType("true") { if case .boolean(true) = $0 { true } else { false } },
    isType("false") { if case .boolean(false) = $0 { true } else { false } },
    isType("integer") { if case .integer = $0 { true } else { false } },
    isType("float") { if case .float = $0 { true } else { false } },
    isType("number") { $0.isNumber },
    isType("string") { if case .text = $0 { true } else { false } },
    isType("escaped") {
      switch $0 {
      case .text(let text): text.isSafe
      case .runtime(let value): value is ModuleValue
      default: false
      }
    },
    isType("mapping") {
      switch $0 {
      case .map: true
      case .object(let object): object.isMapping
      default: false
      }
    },
    isType("sequence") {
      switch $0 {
      case .text, .list, .tuple, .map: true
      case .object(let object): object.isMapping
      case .runtime(let value): value is RangeValue || value is GroupValue
      default: false
      }
    },
    isType("callable") {
      switch $0 {
      case .runtime(let value): value.isCallable
      case .undefined: true
      default: false
      }
    },
    Test("iterable") { (arguments, _) throws(Interruption) in
      switch arguments.input {
      case .text, .list, .tuple, .map: return true
      case .object(let object): return object.isMapping
      case .undefined(let undefined):
        if undefined.isLenient { return true }
        throw Interruption(undefined: undefined)
      case .runtime(let value):
        return value is RangeValue || value is GroupValue || value is IteratorValue || value is MapView
          || value is LoopValue
      default: return false
      }
    },
  ]

  private static let values: [Test] = [
    Test("odd") { (arguments, renderer) throws(Interruption) in
      try remainder(arguments.input, 2, &renderer.work).isEqual(to: .integer(1), &renderer.work)
    },
    Test("even") { (arguments, renderer) throws(Interruption) in
      try remainder(arguments.input, 2, &renderer.work).isEqual(to: .integer(0), &renderer.work)
    },
    Test("divisibleby", ["num"]) { (arguments, renderer) throws(Interruption) in
      try remainder(arguments.input, arguments[0], &renderer.work).isEqual(to: .integer(0), &renderer.work)
    },
    Test("lower") { (arguments, renderer) throws(Interruption) in
      Casing.isLower(try scalars(arguments.input, &renderer.work))
    },
    Test("upper") { (arguments, renderer) throws(Interruption) in
      Casing.isUpper(try scalars(arguments.input, &renderer.work))
    },
    Test("filter") { (arguments, renderer) throws(Interruption) in
      let name = try arguments.input.requireText("“filter”").string
      return Filter.named(name) != nil || renderer.set.host.filters.contains { $0.name == name }
    },
    Test("test") { (arguments, _) throws(Interruption) in
      Test.named(try arguments.input.requireText("“test”").string) != nil
    },
  ]

  private static func scalars(_ value: Value, _ work: inout Work) throws(Interruption) -> [Unicode.Scalar] {
    let text = try value.text(&work)
    try work.read(text)
    return text.scalars
  }

  private static func remainder(
    _ value: Value, _ divisor: Value, _ work: inout Work
  ) throws(Interruption) -> Value {
    if case .text = value { throw Interruption(.wrongType("a text", for: "this test", expected: "a number")) }
    return try Arithmetic.compute(.modulo, value, divisor, &work)
  }

  private static func compares(_ name: String, _ comparison: Expression.Comparison) -> Test {
    Test(name, ["other"]) { (arguments, renderer) throws(Interruption) in
      try ComparisonNode.holds(comparison, arguments.input, arguments[0], &renderer)
    }
  }

  private static let comparisons: [Test] = [
    compares("eq", .equal), compares("ne", .notEqual), compares("lt", .less), compares("le", .lessOrEqual),
    compares("gt", .greater), compares("ge", .greaterOrEqual),
    Test("in", ["seq"]) { (arguments, renderer) throws(Interruption) in
      try arguments[0].contains(arguments.input, &renderer)
    },
    Test("sameas", ["other"]) { (arguments, _) throws(Interruption) in
      guard let isSame = try arguments.input.isIdentical(to: arguments[0]) else {
        throw Interruption(
          .invalidValue(
            "nobody can tell whether two \(arguments.input.typeName.dropFirst(2))s are the same object",
            remedy: "say “==”"))
      }
      return isSame
    },
  ]
}

/// `value is test(arguments)`
final class TestNode: ExpressionNode, @unchecked Sendable {
  private let input: ExpressionNode
  private let test: Test
  private let arguments: BoundArguments

  init(_ input: ExpressionNode, _ test: Test, _ arguments: ArgumentNodes, _ place: SourceSpan) {
    self.input = input
    self.test = test
    self.arguments = BoundArguments(test.declaration, arguments)
    super.init(place, isConstant: input.isConstant && arguments.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    .boolean(try isTrue(&renderer, frame))
  }

  override func isTrue(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Bool {
    let value = try input.evaluate(&renderer, frame)
    do throws(Interruption) {
      return try test.holds(try arguments.evaluate(input: value, &renderer, frame), &renderer)
    } catch {
      throw error.placed(at: place)
    }
  }
}
