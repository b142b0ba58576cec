extension Parser {
  /// Reads an expression, or several with commas between them as a tuple.
  ///
  /// - Parameter isExplicit: Whether parentheses are around it, so that nothing is an empty tuple.
  mutating func parseTuple(
    allowsConditional: Bool, isExplicit: Bool, end: Token.Kind, endName: String? = nil
  ) throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var elements: [Expression] = []
    var isTuple = false
    while true {
      if !elements.isEmpty { try expect(.comma) }
      if current.kind == .printEnd || current.kind == .tagEnd || current.kind == .symbol(.closeParenthesis) {
        break
      }
      if let endName, isName(endName) { break }
      elements.append(try parseExpression(allowsConditional: allowsConditional))
      guard current.kind == .symbol(.comma) else { break }
      isTuple = true
    }
    if !isTuple {
      if let only = elements.first { return only }
      if !isExplicit { throw unexpected("an expression") }
    }
    return Expression(.tuple(elements), start..<max(start, previousEnd))
  }

  mutating func parseExpression(allowsConditional: Bool = true) throws(SourceProblem) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { throw SourceProblem(problem: .nestedTooDeeply, range: current.range) }
    return allowsConditional ? try parseConditional() : try parseOr()
  }

  /// An expression that is not within too many others.
  private func make(_ kind: Expression.Kind, from start: Int) throws(SourceProblem) -> Expression {
    let expression = Expression(kind, start..<max(start, previousEnd))
    if expression.depth > 2 * Limits.nesting {
      throw SourceProblem(problem: .nestedTooDeeply, range: expression.range)
    }
    return expression
  }

  private mutating func parseConditional() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var expression = try parseOr()
    while skip(name: "if") {
      let test = try parseOr()
      let otherwise = skip(name: "else") ? try parseExpression() : nil
      expression = try make(.conditional(test: test, then: expression, otherwise: otherwise), from: start)
    }
    return expression
  }

  private mutating func parseOr() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var left = try parseAnd()
    while skip(name: "or") { left = try make(.or(left, try parseAnd()), from: start) }
    return left
  }

  private mutating func parseAnd() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var left = try parseNot()
    while skip(name: "and") { left = try make(.and(left, try parseNot()), from: start) }
    return left
  }

  private mutating func parseNot() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var count = 0
    while skip(name: "not") { count += 1 }
    var expression = try parseComparison()
    for _ in 0..<count { expression = try make(.not(expression), from: start) }
    return expression
  }

  private mutating func parseComparison() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    let first = try parseSum()
    var rest: [(Expression.Comparison, Expression)] = []
    while let comparison = takeComparison() { rest.append((comparison, try parseSum())) }
    return rest.isEmpty ? first : try make(.compare(first, rest), from: start)
  }

  private mutating func takeComparison() -> Expression.Comparison? {
    switch current.kind {
    case .symbol(let symbol):
      guard let comparison = Expression.Comparison(rawValue: symbol.rawValue) else { return nil }
      advance()
      return comparison
    case .name("in"):
      advance()
      return .isIn
    case .name("not") where next.kind == .name("in"):
      advance()
      advance()
      return .isNotIn
    default: return nil
    }
  }

  private mutating func parseSum() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var left = try parseConcatenation()
    while current.kind == .symbol(.add) || current.kind == .symbol(.subtract) {
      let operation: Expression.Arithmetic = take().kind == .symbol(.add) ? .add : .subtract
      left = try make(.arithmetic(operation, left, try parseConcatenation()), from: start)
    }
    return left
  }

  private mutating func parseConcatenation() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var parts = [try parseProduct()]
    while skip(.concatenate) { parts.append(try parseProduct()) }
    return parts.count == 1 ? parts[0] : try make(.concatenate(parts), from: start)
  }

  private mutating func parseProduct() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var left = try parsePower()
    while case .symbol(let symbol) = current.kind,
      [.multiply, .divide, .floorDivide, .modulo].contains(symbol),
      let operation = Expression.Arithmetic(rawValue: symbol.rawValue)
    {
      advance()
      left = try make(.arithmetic(operation, left, try parsePower()), from: start)
    }
    return left
  }

  /// Powers bind to the left here, as in Jinja2 and other than in Python.
  private mutating func parsePower() throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    var left = try parseUnary(allowsFilter: true)
    while skip(.power) {
      left = try make(.arithmetic(.power, left, try parseUnary(allowsFilter: true)), from: start)
    }
    return left
  }

  private mutating func parseUnary(allowsFilter: Bool) throws(SourceProblem) -> Expression {
    let start = current.range.lowerBound
    nesting += 1
    defer { nesting -= 1 }
    if nesting > 2 * Limits.nesting { throw SourceProblem(problem: .nestedTooDeeply, range: current.range) }
    var expression: Expression
    switch current.kind {
    case .symbol(.subtract):
      advance()
      expression = try make(.negate(try parseUnary(allowsFilter: false)), from: start)
    case .symbol(.add):
      advance()
      expression = try make(.plus(try parseUnary(allowsFilter: false)), from: start)
    default: expression = try parsePrimary()
    }
    expression = try parsePostfix(expression)
    return allowsFilter ? try parseFiltersAndTests(expression) : expression
  }

  mutating func parsePrimary() throws(SourceProblem) -> Expression {
    let token = current
    switch token.kind {
    case .name(let name):
      advance()
      switch name {
      case "true", "True": return Expression(.constant(.boolean(true)), token.range)
      case "false", "False": return Expression(.constant(.boolean(false)), token.range)
      case "none", "None": return Expression(.constant(.none), token.range)
      default: return Expression(.name(name), token.range)
      }
    case .text(var bytes):
      advance()
      while case .text(let more) = current.kind {
        bytes += more
        advance()
      }
      return Expression(.constant(.text(Text(utf8: bytes))), token.range.lowerBound..<previousEnd)
    case .integer(let value):
      advance()
      return Expression(.constant(.integer(value)), token.range)
    case .float(let value):
      advance()
      return Expression(.constant(.float(value)), token.range)
    case .symbol(.openParenthesis):
      advance()
      let expression = try parseTuple(
        allowsConditional: true, isExplicit: true, end: .symbol(.closeParenthesis))
      try expect(.closeParenthesis)
      return Expression(expression.kind, token.range.lowerBound..<previousEnd)
    case .symbol(.openBracket): return try parseList()
    case .symbol(.openBrace): return try parseMap()
    default: throw unexpected("an expression")
    }
  }

  private mutating func parseList() throws(SourceProblem) -> Expression {
    let start = take().range.lowerBound
    var elements: [Expression] = []
    while current.kind != .symbol(.closeBracket) {
      if !elements.isEmpty { try expect(.comma) }
      if current.kind == .symbol(.closeBracket) { break }
      elements.append(try parseExpression())
    }
    advance()
    return try make(.list(elements), from: start)
  }

  private mutating func parseMap() throws(SourceProblem) -> Expression {
    let start = take().range.lowerBound
    var entries: [(key: Expression, value: Expression)] = []
    while current.kind != .symbol(.closeBrace) {
      if !entries.isEmpty { try expect(.comma) }
      if current.kind == .symbol(.closeBrace) { break }
      let key = try parseExpression()
      try expect(.colon)
      entries.append((key, try parseExpression()))
    }
    advance()
    return try make(.map(entries), from: start)
  }
}
