extension Parser {
  /// Reads what follows a value: attributes, items, calls.
  mutating func parsePostfix(_ expression: Expression) throws(SourceProblem) -> Expression {
    var expression = expression
    while true {
      switch current.kind {
      case .symbol(.dot):
        advance()
        switch current.kind {
        case .name(let name):
          let attribute = NameReference(name: name, range: take().range)
          expression = try extend(.attribute(expression, attribute), expression)
        case .integer(let index):
          let key = Expression(.constant(.integer(index)), take().range)
          expression = try extend(.item(expression, key), expression)
        default: throw unexpected("the name of an attribute")
        }
      case .symbol(.openBracket): expression = try parseItem(of: expression)
      case .symbol(.openParenthesis):
        expression = try extend(.call(expression, try parseArguments()), expression)
      default: return expression
      }
    }
  }

  private func extend(_ kind: Expression.Kind, _ first: Expression) throws(SourceProblem) -> Expression {
    let extended = Expression(kind, first.range.lowerBound..<max(first.range.lowerBound, previousEnd))
    if extended.depth > 2 * Limits.nesting {
      throw SourceProblem(problem: .nestedTooDeeply, range: extended.range)
    }
    return extended
  }

  private mutating func parseItem(of owner: Expression) throws(SourceProblem) -> Expression {
    advance()
    if skip(.colon) { return try parseSlice(of: owner, start: nil) }
    if current.kind == .symbol(.closeBracket) { throw unexpected("an expression") }
    let key = try parseExpression()
    if skip(.colon) { return try parseSlice(of: owner, start: key) }
    var keys = [key]
    while skip(.comma) {
      if current.kind == .symbol(.colon) { throw unexpected("an expression") }
      keys.append(try parseExpression())
    }
    try expect(.closeBracket)
    let range = key.range.lowerBound..<max(key.range.lowerBound, previousEnd)
    return try extend(.item(owner, keys.count == 1 ? key : Expression(.tuple(keys), range)), owner)
  }

  private mutating func parseSlice(of owner: Expression, start: Expression?) throws(SourceProblem)
    -> Expression
  {
    var bounds: [Expression?] = []
    for part in 0..<2 {
      if current.kind == .symbol(.closeBracket) || current.kind == .symbol(.colon) {
        bounds.append(nil)
      } else {
        bounds.append(try parseExpression())
      }
      if part == 0, !skip(.colon) { break }
    }
    try expect(.closeBracket)
    let (stop, step) = (bounds[0], bounds.count > 1 ? bounds[1] : nil)
    return try extend(.slice(owner, start: start, stop: stop, step: step), owner)
  }

  /// Reads the filters, tests and calls that follow a value.
  mutating func parseFiltersAndTests(_ expression: Expression) throws(SourceProblem) -> Expression {
    var expression = expression
    while true {
      switch current.kind {
      case .symbol(.pipe): expression = try parseFilters(of: expression, startsInline: false)
      case .name("is"): expression = try parseTest(of: expression)
      case .symbol(.openParenthesis):
        expression = try extend(.call(expression, try parseArguments()), expression)
      default: return expression
      }
    }
  }

  /// Reads filters one after the other.
  ///
  /// - Parameter startsInline: Whether the first has no `|` before it, as in `{% filter name %}`.
  mutating func parseFilters(of subject: Expression?, startsInline: Bool) throws(SourceProblem) -> Expression
  {
    var expression = subject
    var isFirst = startsInline
    let start = subject?.range.lowerBound ?? current.range.lowerBound
    repeat {
      if !isFirst { try expect(.pipe) }
      isFirst = false
      let name = try parseDottedName("the name of a filter")
      let arguments = current.kind == .symbol(.openParenthesis) ? try parseArguments() : Arguments()
      let filter = Expression(.filter(expression, name, arguments), start..<max(start, previousEnd))
      if filter.depth > 2 * Limits.nesting {
        throw SourceProblem(problem: .nestedTooDeeply, range: name.range)
      }
      expression = filter
    } while current.kind == .symbol(.pipe)
    return expression ?? Expression(.constant(.none), start..<start)
  }

  private mutating func parseDottedName(_ what: String) throws(SourceProblem) -> NameReference {
    var name = try expectName(what)
    while skip(.dot) {
      let part = try expectName(what)
      name = NameReference(
        name: name.name + "." + part.name, range: name.range.lowerBound..<part.range.upperBound)
    }
    return name
  }

  private mutating func parseTest(of subject: Expression) throws(SourceProblem) -> Expression {
    advance()
    let isNegated = skip(name: "not")
    let name = try parseDottedName("the name of a test")
    var arguments = Arguments()
    switch current.kind {
    case .symbol(.openParenthesis): arguments = try parseArguments()
    case .name("else"), .name("or"), .name("and"): break
    case .name("is"):
      throw SourceProblem(
        problem: .invalidSyntax("tests cannot follow each other", remedy: "join them with “and”"),
        range: current.range)
    case .name, .text, .integer, .float, .symbol(.openBracket), .symbol(.openBrace):
      arguments.positional = [try parsePostfix(try parseTestArgument())]
    default: break
    }
    let test = try extend(.test(subject, name, arguments), subject)
    return isNegated ? try extend(.not(test), subject) : test
  }

  /// Reads the argument of a test that has no parentheses.
  private mutating func parseTestArgument() throws(SourceProblem) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Limits.nesting { throw SourceProblem(problem: .nestedTooDeeply, range: current.range) }
    return try parsePrimary()
  }

  mutating func parseArguments() throws(SourceProblem) -> Arguments {
    let opening = current.range
    try expect(.openParenthesis)
    var arguments = Arguments()
    func invalid(_ message: String, _ range: Range<Int>) -> SourceProblem {
      SourceProblem(problem: .invalidSyntax(message, remedy: nil), range: range)
    }
    var isFirst = true
    var names: Set<String> = []
    while current.kind != .symbol(.closeParenthesis) {
      if !isFirst {
        try expect(.comma)
        if current.kind == .symbol(.closeParenthesis) { break }
      }
      isFirst = false
      let start = current.range
      if skip(.multiply) {
        if arguments.rest != nil || arguments.keywordRest != nil {
          throw invalid("“*” stands here too late", start)
        }
        arguments.rest = try parseExpression()
      } else if skip(.power) {
        if arguments.keywordRest != nil { throw invalid("“**” is given twice", start) }
        arguments.keywordRest = try parseExpression()
      } else if case .name(let keyword) = current.kind, next.kind == .symbol(.assign) {
        if arguments.keywordRest != nil { throw invalid("an argument follows “**”", start) }
        let name = NameReference(name: keyword, range: take().range)
        advance()
        if !names.insert(keyword).inserted {
          throw invalid("the argument “\(keyword)” is given twice", start)
        }
        arguments.keywords.append((name, try parseExpression()))
      } else {
        if arguments.rest != nil || arguments.keywordRest != nil || !arguments.keywords.isEmpty {
          throw invalid("an argument without a name follows one with a name", start)
        }
        arguments.positional.append(try parseExpression())
      }
    }
    guard skip(.closeParenthesis) else { throw invalid("these parentheses are never closed", opening) }
    return arguments
  }
}
