import Diagnostics

/// Why a YAML text cannot be read, by what an editor usually did.
enum YAMLProblem: Problem {
  /// `title: Energy: the next step`.
  case colonInValue
  /// `title:Energy`, or a line that is no `key: value`.
  case missingColon(line: String)
  case unclosedQuote
  /// Text after a closing quote, a line indented differently from its neighbours.
  case wrongIndentation
  case unclosedBracket
  case tab
  /// A value that begins with a character that means something to YAML.
  case reservedStart(Character)
  case listInLine
  case unknownEscape
  case undefinedAlias
  case aliasExpansion
  case tooDeep
  case tag(String)
  case duplicateKey(String)
  case complexKey
  case mergeKey
  case severalDocuments
  case blockHeader
  case escapedControl(Unicode.Scalar)
  /// Anything else, in the parser's words.
  case unreadable(String)
}
