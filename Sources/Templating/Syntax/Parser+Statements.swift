import Diagnostics

extension Parser {
  static let tags = [
    "autoescape", "block", "call", "elif", "else", "extends", "filter", "for", "from", "if", "import",
    "include",
    "macro", "print", "raw", "set", "with",
  ]

  private static let tagsOfExtensions: [String: String] = [
    "do": "set a variable instead: {% set name = … %}",
    "break": "filter the loop instead: {% for x in list if … %}",
    "continue": "filter the loop instead: {% for x in list if … %}",
    "trans": "use the function “t”", "pluralize": "use the function “t” with “count”",
    "debug": "print what you want to see",
  ]

  /// Reads a statement whose name comes next, with its bodies and its end tag.
  mutating func parseStatement(named name: String) throws(SourceProblem) -> [Statement] {
    let tag = take()
    switch name {
    case "if": return [try parseIf()]
    case "for": return [try parseFor(tag)]
    case "set": return [try parseSet()]
    case "with": return [try parseWith()]
    case "include": return [try parseInclude(tag)]
    case "extends":
      let template = try parseExpression()
      try endTag()
      return [.extends(template, range: tag.range)]
    case "block": return [try parseBlock(tag)]
    case "macro":
      let name = try parseAssignedName("the name of the macro")
      let parameters = try parseParameters()
      let body = try parseWhole("macro")
      return [
        .macro(
          Statement.Macro(
            name: name, parameters: parameters, body: body, range: tag.range, length: length(from: tag)))
      ]
    case "call": return [try parseCall(tag)]
    case "filter":
      let filter = try parseFilters(of: nil, startsInline: true)
      let body = try parseWhole("filter")
      return [.filterBlock(filter, body: body)]
    case "autoescape": return [try parseAutoescape()]
    case "import": return [try parseImport(tag)]
    case "from": return [try parseFrom(tag)]
    case "print": return try parsePrint()
    default: throw unknownTag(name, tag)
    }
  }

  private func unknownTag(_ name: String, _ tag: Token) -> SourceProblem {
    if name == "raw" || name == "endraw" {
      return SourceProblem(
        problem: .invalidSyntax("“\(name)” takes nothing and is closed with “%}”", remedy: nil),
        range: tag.range)
    }
    let known = Self.ends.flatMap(\.value)
    if known.contains(name) {
      return SourceProblem(problem: .strayEnd(name, open: openBlocks.last?.tag), range: tag.range)
    }
    let suggestion = Suggestion.nearest(to: name, in: Self.tags + known)
    return SourceProblem(
      problem: .unknownTag(name, suggestion: suggestion, remedy: Self.tagsOfExtensions[name]),
      range: tag.range)
  }

  // MARK: Parts of statements

  mutating func endTag() throws(SourceProblem) {
    guard current.kind == .tagEnd else { throw unexpected("“%}”") }
    advance()
  }

  /// Ends the opening tag and reads the body up to one of the tag's ends.
  private mutating func parseBody(of tag: String, at range: Range<Int>) throws(SourceProblem) -> (
    [Statement], String
  ) {
    // Jinja2 takes a colon here, for those who are used to Python.
    _ = skip(.colon)
    try endTag()
    let ends = Self.ends[tag] ?? []
    nesting += 1
    openBlocks.append((tag, ends))
    let (statements, end) = parseBody(until: ends)
    openBlocks.removeLast()
    nesting -= 1
    guard let end else {
      throw SourceProblem(problem: .unclosedBlock(tag: tag, end: "end\(tag)"), range: range)
    }
    advance()
    return (statements, end)
  }

  /// How many bytes were read since a tag began.
  private func length(from tag: Token) -> Int { max(0, previousEnd - tag.range.lowerBound) }

  /// Reads a body that has one part only, and its end tag.
  private mutating func parseWhole(_ tag: String) throws(SourceProblem) -> [Statement] {
    let range = tagRange
    let (body, _) = try parseBody(of: tag, at: range)
    try endTag()
    return body
  }

  /// The name of the tag that is being read.
  private var tagRange: Range<Int> { openingRange() }

  private mutating func parseAssignedName(_ what: String) throws(SourceProblem) -> NameReference {
    let name = try expectName(what)
    try checkAssignable(name)
    return name
  }

  private func checkAssignable(_ name: NameReference) throws(SourceProblem) {
    if ["true", "false", "none", "True", "False", "None"].contains(name.name) {
      throw SourceProblem(
        problem: .invalidSyntax("“\(name.name)” cannot be assigned", remedy: nil), range: name.range)
    }
  }

  /// Reads what is assigned: names, with commas and parentheses between them.
  private mutating func parseTarget(allowsNamespace: Bool) throws(SourceProblem) -> Target {
    let start = current.range.lowerBound
    var targets: [Target] = []
    var isTuple = false
    while true {
      switch current.kind {
      case .symbol(.openParenthesis):
        nesting += 1
        defer { nesting -= 1 }
        if nesting > Limits.nesting { throw SourceProblem(problem: .nestedTooDeeply, range: current.range) }
        advance()
        targets.append(try parseTarget(allowsNamespace: false))
        try expect(.closeParenthesis)
      case .name(let word) where !(word == "in" && !targets.isEmpty):
        let name = try parseAssignedName("a name")
        if allowsNamespace, skip(.dot) {
          targets.append(.attribute(namespace: name, name: try expectName("the name of an attribute")))
        } else {
          targets.append(.name(name))
        }
      default:
        if targets.isEmpty { throw unexpected("a name to assign to") }
      }
      guard skip(.comma) else { break }
      isTuple = true
      if current.kind == .symbol(.closeParenthesis) || current.kind == .tagEnd { break }
      // As in Jinja2, a tuple of one needs its parentheses.
      if current.kind == .symbol(.assign) || current.kind == .name("in") {
        throw unexpected("another name to assign to")
      }
    }
    if let only = targets.first, targets.count == 1, !isTuple { return only }
    return .tuple(targets, range: start..<previousEnd)
  }

  // MARK: Statements

  private mutating func parseIf() throws(SourceProblem) -> Statement {
    let range = tagRange
    var branches: [Statement.Branch] = []
    var test = try parseTuple(allowsConditional: false, isExplicit: false, end: .tagEnd)
    while true {
      let (body, end) = try parseBody(of: "if", at: range)
      branches.append(Statement.Branch(test: test, body: body))
      switch end {
      case "elif": test = try parseTuple(allowsConditional: false, isExplicit: false, end: .tagEnd)
      case "else":
        let (otherwise, last) = try parseBody(of: "if", at: range)
        guard last == "endif" else {
          throw SourceProblem(problem: .strayEnd(last, open: "else"), range: openingRange())
        }
        try endTag()
        return .if(branches: branches, otherwise: otherwise)
      default:
        try endTag()
        return .if(branches: branches, otherwise: [])
      }
    }
  }

  private mutating func parseFor(_ tag: Token) throws(SourceProblem) -> Statement {
    let range = tagRange
    let target = try parseTarget(allowsNamespace: false)
    for name in target.names where name.name == "loop" {
      throw SourceProblem(
        problem: .invalidSyntax("“loop” cannot be assigned in a loop", remedy: nil), range: name.range)
    }
    try expect(name: "in")
    let sequence = try parseTuple(
      allowsConditional: false, isExplicit: false, end: .tagEnd, endName: "recursive")
    let test = skip(name: "if") ? try parseExpression() : nil
    let isRecursive = skip(name: "recursive")
    var (body, end) = try parseBody(of: "for", at: range)
    var otherwise: [Statement] = []
    if end == "else" {
      (otherwise, end) = try parseBody(of: "for", at: range)
      guard end == "endfor" else {
        throw SourceProblem(problem: .strayEnd(end, open: "else"), range: openingRange())
      }
    }
    try endTag()
    return .for(
      Statement.ForLoop(
        target: target, sequence: sequence, test: test, isRecursive: isRecursive, body: body,
        otherwise: otherwise, length: length(from: tag)))
  }

  private mutating func parseSet() throws(SourceProblem) -> Statement {
    let target = try parseTarget(allowsNamespace: true)
    if skip(.assign) {
      let value = try parseTuple(allowsConditional: true, isExplicit: false, end: .tagEnd)
      try endTag()
      return .set(target, value)
    }
    let filter =
      current.kind == .symbol(.pipe) ? try parseFilters(of: nil, startsInline: false) : nil
    let body = try parseWhole("set")
    return .setBlock(target, filter: filter, body: body)
  }

  private mutating func parseWith() throws(SourceProblem) -> Statement {
    var assignments: [(target: Target, value: Expression)] = []
    while current.kind != .tagEnd {
      if !assignments.isEmpty { try expect(.comma) }
      let target = try parseTarget(allowsNamespace: false)
      try expect(.assign)
      assignments.append((target, try parseExpression()))
    }
    return .with(assignments, body: try parseWhole("with"))
  }

  private mutating func parseAutoescape() throws(SourceProblem) -> Statement {
    let value = try parseExpression()
    guard case .constant(.boolean(let escapes)) = value.kind else {
      throw SourceProblem(
        problem: .unsupported("“autoescape” with a computed value", remedy: "say “true” or “false”"),
        range: value.range)
    }
    return .autoescape(escapes, body: try parseWhole("autoescape"))
  }

  private mutating func parseBlock(_ tag: Token) throws(SourceProblem) -> Statement {
    let name = try expectName("the name of the block")
    let isScoped = skip(name: "scoped")
    let isRequired = skip(name: "required")
    if current.kind == .symbol(.subtract) {
      throw SourceProblem(
        problem: .invalidSyntax("the name of a block has no hyphens", remedy: "use an underscore"),
        range: current.range)
    }
    let range = tagRange
    let (body, _) = try parseBody(of: "block", at: range)
    if isRequired {
      for case let statement in body {
        if case .data(let bytes) = statement,
          String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.isPythonSpace)
        {
          continue
        }
        throw SourceProblem(
          problem: .invalidSyntax(
            "a required block may hold only comments and white space",
            remedy: "leave its body to the templates that extend this one"),
          range: name.range)
      }
    }
    if case .name(let repeated) = current.kind, repeated == name.name { advance() }
    try endTag()
    return .block(
      Statement.Block(
        name: name, isScoped: isScoped, isRequired: isRequired, body: body, length: length(from: tag)))
  }

  private mutating func parseParameters() throws(SourceProblem) -> [Statement.Parameter] {
    try expect(.openParenthesis)
    var parameters: [Statement.Parameter] = []
    var names: Set<String> = []
    while current.kind != .symbol(.closeParenthesis) {
      if !parameters.isEmpty { try expect(.comma) }
      let name = try parseAssignedName("the name of a parameter")
      if !names.insert(name.name).inserted {
        throw SourceProblem(
          problem: .invalidSyntax("the parameter “\(name.name)” is given twice", remedy: nil),
          range: name.range)
      }
      var standard: Expression?
      if skip(.assign) {
        standard = try parseExpression()
      } else if parameters.last?.standard != nil {
        throw SourceProblem(
          problem: .invalidSyntax("a parameter without a default follows one with a default", remedy: nil),
          range: name.range)
      }
      parameters.append(Statement.Parameter(name: name, standard: standard))
    }
    advance()
    return parameters
  }

  private mutating func parseCall(_ tag: Token) throws(SourceProblem) -> Statement {
    let parameters = current.kind == .symbol(.openParenthesis) ? try parseParameters() : []
    let call = try parseExpression()
    guard case .call = call.kind else {
      throw SourceProblem(
        problem: .invalidSyntax("“call” takes the call of a macro", remedy: "say {% call name(…) %}"),
        range: call.range)
    }
    let body = try parseWhole("call")
    return .callBlock(
      Statement.Macro(
        name: nil, parameters: parameters, body: body, range: tag.range, length: length(from: tag)),
      call: call)
  }

  private mutating func parsePrint() throws(SourceProblem) -> [Statement] {
    var statements: [Statement] = []
    while current.kind != .tagEnd {
      if !statements.isEmpty { try expect(.comma) }
      statements.append(.output(try parseExpression()))
    }
    try endTag()
    return statements
  }

  // MARK: Other templates

  private mutating func parseInclude(_ tag: Token) throws(SourceProblem) -> Statement {
    let template = try parseExpression()
    var ignoresMissing = false
    if isName("ignore"), next.kind == .name("missing") {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = parseContext() ?? true
    try endTag()
    return .include(template, ignoresMissing: ignoresMissing, withContext: withContext, range: tag.range)
  }

  private mutating func parseImport(_ tag: Token) throws(SourceProblem) -> Statement {
    let template = try parseExpression()
    try expect(name: "as")
    let name = try parseAssignedName("a name")
    let withContext = parseContext() ?? false
    try endTag()
    return .importModule(template, as: name, withContext: withContext, range: tag.range)
  }

  private mutating func parseFrom(_ tag: Token) throws(SourceProblem) -> Statement {
    let template = try parseExpression()
    try expect(name: "import")
    var names: [Statement.ImportedName] = []
    var withContext = false
    while true {
      if !names.isEmpty { try expect(.comma) }
      if let context = parseContext() {
        withContext = context
        break
      }
      let name = try parseAssignedName("the name of a macro")
      if name.name.hasPrefix("_") {
        throw SourceProblem(
          problem: .invalidSyntax("names that begin with “_” cannot be imported", remedy: nil),
          range: name.range)
      }
      let alias = skip(name: "as") ? try parseAssignedName("a name") : name
      names.append(Statement.ImportedName(name: name, alias: alias))
      if let context = parseContext() {
        withContext = context
        break
      }
      if current.kind != .symbol(.comma) { break }
    }
    try endTag()
    return .importNames(template, names, withContext: withContext, range: tag.range)
  }

  /// Reads `with context` or `without context`.
  private mutating func parseContext() -> Bool? {
    guard isName("with") || isName("without"), next.kind == .name("context") else { return nil }
    let isWith = isName("with")
    advance()
    advance()
    return isWith
  }
}
