package import Diagnostics

/// Why nothing was published: one problem or more, all of them errors.
package struct PublishingFailure: Error, Hashable, Sendable {
  package let problems: [PublishingProblem]

  package init(_ problems: [PublishingProblem]) {
    self.problems = problems
  }

  init(_ problem: PublishingProblem) {
    problems = [problem]
  }

  /// The problems as they are reported; they belong to no source file.
  package var diagnostics: [Diagnostic] { problems.map { $0.at(nil) } }
}
