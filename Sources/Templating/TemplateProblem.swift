import Diagnostics

/// What can be wrong with a template, when it is read or when it is rendered.
enum TemplateProblem: Problem {
  // Reading
  case invalidUTF8
  case unexpectedCharacter(String)
  case unclosedTag(opening: String, closing: String)
  case unclosedText
  case unclosedComment
  case unclosedRaw
  case unbalanced(String, expected: String?)
  case invalidEscape(String)
  case numberTooLarge(String)
  case unexpected(String, expected: String)
  case unknownTag(String, suggestion: String?, remedy: String?)
  case unclosedBlock(tag: String, end: String)
  case strayEnd(String, open: String?)
  case unsupported(String, remedy: String)
  case invalidSyntax(String, remedy: String?)
  case nestedTooDeeply
  case unknownFilter(String, suggestion: String?, remedy: String?)
  case unknownTest(String, suggestion: String?)
  case unknownFunction(String, suggestion: String?)
  case unknownTemplate(String, suggestion: String?)
  case unknownArgument(String, of: String, suggestion: String?)
  case missingArgument(String, of: String)
  case tooManyArguments(String, limit: Int)
  case repeatedArgument(String, of: String)
  case repeatedBlock(String)
  case unresolvableName(String)

  // Rendering
  case undefinedName(String, suggestion: String?)
  case outOfContext(String)
  case undefinedAttribute(String, of: String, suggestion: String?)
  case undefinedItem(String, of: String, suggestion: String?)
  case undefinedReason(String)
  case notExported(String, template: String, suggestion: String?)
  case printsNone
  case unprintable(String, remedy: String?)
  case notCallable(String)
  case notIterable(String)
  case wrongType(String, for: String, expected: String)
  case wrongOperands(String, String, symbol: String)
  case unorderable(String, String, symbol: String)
  case unhashable(String)
  case pythonMethod(String, of: String, remedy: String?)
  case iteratorReadTwice
  case wrongUnpacking(count: Int, expected: Int)
  case integerTooLarge
  case floatTooLarge
  case complexNumber
  case divisionByZero
  case invalidValue(String, remedy: String?)
  case limit(Limit)
  case extendedTwice
  case requiredBlock(String)
  case host(TemplateFailure)

  /// What a template may not have too much of.
  enum Limit: Sendable {
    case rangeLength
    case elements
    case textLength
    case outputLength
    case iterations(Int)
    case work(Int)
    case depth
    case calls
  }
}
