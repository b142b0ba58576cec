import Diagnostics

/// What is wrong with the declaration of a kind.
enum KindProblem: Problem {
  case builtInField(String)
  case builtInKind(String)
  /// A name that templates or pages know for something else.
  case reservedName(String)
  case badName(String)
  case sectionTaken(String, by: String)
  /// A shared list whose records have parts that are translated.
  case translatedPart(String, list: String)
  case unknownKind(String, suggestion: String?)
}
