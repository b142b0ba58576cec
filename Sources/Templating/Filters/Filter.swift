/// A filter of the language.
struct Filter: Sendable {
  /// - Parameter escaping: Whether autoescape is on.
  typealias Implementation =
    @Sendable (_ arguments: CallableArguments, _ renderer: inout Renderer, _ escaping: Bool)
    throws(Interruption) ->
    Value

  let declaration: CallableDeclaration
  /// Whether Jinja2 computes it for constants when it compiles a template.
  let isConstant: Bool
  /// What it takes for each byte of a text that it is applied to; 0: it does not read the text.
  private let weight: Int
  private let implementation: Implementation

  init(
    _ name: String, _ parameters: [CallableDeclaration.Parameter] = [], isConstant: Bool = true,
    acceptsKeywords: Bool = false, acceptsMore: Bool = false, weight: Int = Work.byte,
    _ implementation: @escaping Implementation
  ) {
    declaration = CallableDeclaration(
      name, parameters, acceptsKeywords: acceptsKeywords, acceptsMore: acceptsMore)
    self.isConstant = isConstant
    self.weight = weight
    self.implementation = implementation
  }

  func apply(
    _ arguments: CallableArguments, _ renderer: inout Renderer, escaping: Bool
  ) throws(Interruption) -> Value {
    try renderer.work.spend(Work.element)
    if weight == 0 { return try implementation(arguments, &renderer, escaping) }
    if case .text(let text) = arguments.input { try renderer.work.spend(text.bytes.count &* weight) }
    let result = try implementation(arguments, &renderer, escaping)
    if case .text(let text) = result {
      if text.bytes.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
      try renderer.work.spend(text.bytes.count &* 4)
    }
    return result
  }

  static let all: [String: Filter] = {
    var filters: [String: Filter] = [:]
    for filter in texts + paragraphs + formats + numbers + sequences + selections + aggregates + markup {
      filters[filter.declaration.name] = filter
    }
    for (alias, name) in [("d", "default"), ("e", "escape"), ("count", "length")] {
      filters[alias] = filters[name]
    }
    return filters
  }()

  static func named(_ name: String) -> Filter? { all[name] }

  /// Jinja2's filters that are not here, and why.
  static let rejected: [String: String] = [
    "random": "a page must not depend on chance",
    "pprint": "it shows what only Python's programmers understand: say “| tojson(indent=2)”",
  ]
}

extension Value {
  func requireInteger(_ purpose: String) throws(Interruption) -> Int {
    if case .undefined(let undefined) = self { throw Interruption(undefined: undefined) }
    guard let index else { throw Interruption(.wrongType(typeName, for: purpose, expected: "an integer")) }
    return index
  }

  func requireText(_ purpose: String) throws(Interruption) -> Text {
    switch self {
    case .text(let text): return text
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    default: throw Interruption(.wrongType(typeName, for: purpose, expected: "a text"))
    }
  }

  func requireNumber(_ purpose: String) throws(Interruption) -> Number {
    if case .undefined(let undefined) = self { throw Interruption(undefined: undefined) }
    guard let number = Number(self) else {
      throw Interruption(.wrongType(typeName, for: purpose, expected: "a number"))
    }
    return number
  }

  var isNone: Bool { if case .none = self { true } else { false } }
}
