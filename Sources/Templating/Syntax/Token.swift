/// A piece of a template, with the bytes that it takes.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    /// What stands outside of tags, with line ends as they are written out.
    case data([UInt8])
    case printBegin
    case printEnd
    case tagBegin
    case tagEnd
    case name(String)
    case text([UInt8])
    case integer(Int)
    case float(Double)
    case symbol(Symbol)
    /// What could not be read, and has been reported.
    case invalid
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// How messages call it.
  var description: String {
    switch kind {
    case .data: "text outside of tags"
    case .printBegin: "“{{”"
    case .printEnd: "“}}”"
    case .tagBegin: "“{%”"
    case .tagEnd: "“%}”"
    case .name(let name): "“\(name)”"
    case .text: "a text"
    case .integer, .float: "a number"
    case .symbol(let symbol): "“\(symbol.rawValue)”"
    case .invalid: "something invalid"
    case .end: "the end of the template"
    }
  }
}

/// The operators and brackets of expressions.
enum Symbol: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case divide = "/"
  case floorDivide = "//"
  case multiply = "*"
  case modulo = "%"
  case power = "**"
  case concatenate = "~"
  case openBracket = "["
  case closeBracket = "]"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBrace = "{"
  case closeBrace = "}"
  case equal = "=="
  case notEqual = "!="
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
  case assign = "="
  case dot = "."
  case colon = ":"
  case pipe = "|"
  case comma = ","
  case semicolon = ";"

  /// The bracket that closes this one.
  var closing: Symbol? {
    switch self {
    case .openBracket: .closeBracket
    case .openParenthesis: .closeParenthesis
    case .openBrace: .closeBrace
    default: nil
    }
  }
}
