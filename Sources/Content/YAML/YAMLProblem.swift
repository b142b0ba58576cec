import Diagnostics

/// Why a YAML text cannot be read, by what an editor usually did.
enum YAMLProblem: Problem {
  /// `title: Energy: the next step`; `fixed` is the line with its value in quotes.
  case colonInValue(fixed: String?)
  /// `title:Energy`, or a line that is no `key: value`.
  case missingColon(line: String)
  case unclosedQuote
  /// A line indented differently from its neighbours.
  case wrongIndentation
  /// A `key: value` line that is indented further than the one above it, which has a value already.
  case indentedFurther
  /// `title: "A" and B`.
  case textAfterValue
  /// A list or map in brackets with something else than a comma or its end.
  case noComma
  case unclosedBracket
  case tab
  /// A value that begins with a character that means something to YAML.
  case reservedStart(Character)
  case listInLine
  case unknownEscape
  case undefinedAlias
  case aliasExpansion
  case anchorGivenTwice(String)
  case tooDeep
  case tag(String)
  case duplicateKey(String)
  case complexKey
  case mergeKey
  case severalDocuments
  case blockHeader
  case escapedControl(Unicode.Scalar)
  /// `title: The cluster #1`.
  case commentInValue(String)
  /// Anything else, in the parser's words.
  case unreadable(String)
}
