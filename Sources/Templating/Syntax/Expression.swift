/// An expression as it was written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    case name(String)
    case list([Expression])
    case tuple([Expression])
    case map([(key: Expression, value: Expression)])
    case attribute(Expression, NameReference)
    case item(Expression, Expression)
    case slice(Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, Arguments)
    /// A filter; without a subject it stands in a `filter` or `set` block.
    case filter(Expression?, NameReference, Arguments)
    case test(Expression, NameReference, Arguments)
    case not(Expression)
    case negate(Expression)
    case plus(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case concatenate([Expression])
    case compare(Expression, [(Comparison, Expression)])
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
  }

  enum Arithmetic: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
  }

  enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
  }

  let kind: Kind
  let range: Range<Int>
  /// How many expressions are within each other here.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    depth = 1 + (Self.children(of: kind).map(\.depth).max() ?? 0)
  }

  /// How the template names the value, where it is a variable or an attribute of one: `page.image`.
  var path: String? {
    switch kind {
    case .name(let name): name
    case .attribute(let owner, let attribute): owner.path.map { "\($0).\(attribute.name)" }
    default: nil
    }
  }

  /// The expressions directly within this one, in the order in which Jinja2 visits them.
  var children: [Expression] { Self.children(of: kind) }

  private static func children(of kind: Kind) -> [Expression] {
    switch kind {
    case .constant, .name: []
    case .list(let elements), .tuple(let elements), .concatenate(let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .attribute(let owner, _): [owner]
    case .item(let owner, let key): [owner, key]
    case .slice(let owner, let start, let stop, let step): [owner] + [start, stop, step].compactMap { $0 }
    case .call(let callee, let arguments): [callee] + arguments.expressions
    case .filter(let subject, _, let arguments): (subject.map { [$0] } ?? []) + arguments.expressions
    case .test(let subject, _, let arguments): [subject] + arguments.expressions
    case .not(let operand), .negate(let operand), .plus(let operand): [operand]
    case .and(let left, let right), .or(let left, let right), .arithmetic(_, let left, let right):
      [left, right]
    case .compare(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let test, let then, let otherwise): [test, then] + (otherwise.map { [$0] } ?? [])
    }
  }
}

/// The name of an attribute, a filter, a test or a block, where it stands.
struct NameReference: Sendable {
  let name: String
  let range: Range<Int>
}

/// The arguments of a call, a filter or a test.
struct Arguments: Sendable {
  var positional: [Expression] = []
  var keywords: [(name: NameReference, value: Expression)] = []
  /// `*expression`
  var rest: Expression?
  /// `**expression`
  var keywordRest: Expression?

  var expressions: [Expression] {
    positional + keywords.map(\.value) + [rest, keywordRest].compactMap { $0 }
  }

  var isEmpty: Bool { positional.isEmpty && keywords.isEmpty && rest == nil && keywordRest == nil }
}
