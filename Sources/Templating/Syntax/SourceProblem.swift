/// A problem with the bytes of a template that it is about; the parser goes on behind it.
struct SourceProblem: Error {
  let problem: TemplateProblem
  let range: Range<Int>
  /// Whether it follows from one that has been reported.
  var isRepetition = false
}
