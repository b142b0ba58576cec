/// Reads tokens as statements; goes on behind what it cannot read, so that all problems are found.
struct Parser {
  private let tokens: [Token]
  private var index = 0
  private(set) var problems: [SourceProblem]
  /// The end tags that the open blocks wait for, the innermost last.
  var openBlocks: [(tag: String, ends: [String])] = []
  var nesting = 0
  /// Whether it was said that something is nested too deeply, which once is enough.
  private var reportsNesting = true

  init(_ bytes: [UInt8]) {
    var lexer = Lexer(bytes)
    lexer.tokenize()
    tokens = lexer.tokens
    problems = lexer.problems
  }

  static func parse(_ bytes: [UInt8]) -> (statements: [Statement], problems: [SourceProblem]) {
    var parser = Parser(bytes)
    let (statements, _) = parser.parseBody(until: [])
    return (statements, parser.problems)
  }

  // MARK: Tokens

  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }
  var previousEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  mutating func advance() { if index + 1 < tokens.count { index += 1 } }

  mutating func take() -> Token {
    let token = current
    advance()
    return token
  }

  func isName(_ name: String) -> Bool { current.kind == .name(name) }

  mutating func skip(name: String) -> Bool {
    guard isName(name) else { return false }
    advance()
    return true
  }

  mutating func skip(_ symbol: Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(SourceProblem) {
    guard skip(symbol) else { throw unexpected("“\(symbol.rawValue)”") }
  }

  mutating func expect(name: String) throws(SourceProblem) {
    guard skip(name: name) else { throw unexpected("“\(name)”") }
  }

  mutating func expectName(_ what: String) throws(SourceProblem) -> NameReference {
    guard case .name(let name) = current.kind else { throw unexpected(what) }
    return NameReference(name: name, range: take().range)
  }

  func unexpected(_ expected: String) -> SourceProblem {
    SourceProblem(
      problem: .unexpected(current.description, expected: expected), range: current.range,
      isRepetition: current.kind == .invalid)
  }

  /// The name of the tag that is being read, or was read last.
  func openingRange() -> Range<Int> {
    var start = min(index, tokens.count - 1)
    while start > 0, tokens[start].kind != .tagBegin { start -= 1 }
    return tokens[min(start + 1, tokens.count - 1)].range
  }

  mutating func report(_ problem: SourceProblem) {
    if case .nestedTooDeeply = problem.problem {
      guard reportsNesting else { return }
      reportsNesting = false
    }
    if !problem.isRepetition { problems.append(problem) }
  }

  // MARK: Bodies

  /// Reads up to a tag with one of the names, which it leaves to be read.
  ///
  /// - Returns: The name, or `nil` where something else ends the body first: the template, or a tag that an
  ///   outer block waits for.
  mutating func parseBody(until ends: [String]) -> (statements: [Statement], end: String?) {
    var statements: [Statement] = []
    while true {
      switch current.kind {
      case .end: return (statements, nil)
      case .data(let bytes):
        statements.append(.data(bytes))
        advance()
      case .printBegin:
        advance()
        do throws(SourceProblem) {
          let expression = try parseTuple(allowsConditional: true, isExplicit: false, end: .printEnd)
          guard current.kind == .printEnd else { throw unexpected("“}}”") }
          advance()
          statements.append(.output(expression))
        } catch {
          report(error)
          skipTag()
        }
      case .tagBegin:
        if case .name(let name) = next.kind {
          if ends.contains(name) {
            advance()
            return (statements, name)
          }
          if openBlocks.dropLast().contains(where: { $0.ends.contains(name) }), !ends.isEmpty {
            return (statements, nil)
          }
        }
        advance()
        parseStatement(into: &statements)
      default:
        advance()
      }
    }
  }

  private mutating func parseStatement(into statements: inout [Statement]) {
    let start = index
    do throws(SourceProblem) {
      guard case .name(let name) = current.kind else { throw unexpected("the name of a tag") }
      if nesting > Limits.nesting { throw SourceProblem(problem: .nestedTooDeeply, range: current.range) }
      statements.append(contentsOf: try parseStatement(named: name))
    } catch {
      report(error)
      let isOpening = index <= tagEndIndex(from: start)
      guard isOpening else {
        // The body or the end of the block was wrong; what follows is read as if it had ended.
        skipTag()
        return
      }
      // The body of the block that could not be opened is read, for its own problems and to find its end.
      index = min(start, tokens.count - 1)
      let name = if case .name(let name) = current.kind { name } else { "" }
      let assigns = tokens[start..<tagEndIndex(from: start)].contains { $0.kind == .symbol(.assign) }
      skipTag()
      if let ends = Self.ends[name], name != "set" || !assigns, nesting <= Limits.nesting {
        skipBody(tag: name, ends: ends)
      }
    }
  }

  private func tagEndIndex(from start: Int) -> Int {
    var end = start
    while end < tokens.count - 1, tokens[end].kind != .tagEnd, tokens[end].kind != .tagBegin { end += 1 }
    return end
  }

  /// Goes behind the end of the tag that is being read.
  private mutating func skipTag() {
    while true {
      switch current.kind {
      case .tagEnd, .printEnd:
        advance()
        return
      case .end, .tagBegin, .printBegin, .data: return
      default: advance()
      }
    }
  }

  private mutating func skipBody(tag: String, ends: [String]) {
    nesting += 1
    openBlocks.append((tag, ends))
    while true {
      let (_, end) = parseBody(until: ends)
      guard let end else { break }
      skipTag()
      if end.hasPrefix("end") { break }
    }
    openBlocks.removeLast()
    nesting -= 1
  }

  /// The tags that end a body of each tag.
  static let ends: [String: [String]] = [
    "for": ["endfor", "else"], "if": ["elif", "else", "endif"], "macro": ["endmacro"], "call": ["endcall"],
    "filter": ["endfilter"], "block": ["endblock"], "with": ["endwith"], "autoescape": ["endautoescape"],
    "set": ["endset"],
  ]
}
