import Diagnostics

/// Why a file has no front matter.
struct FrontMatterFailure: Error {
  let diagnostic: Diagnostic

  init(_ problem: SourceProblem, at place: Place) {
    diagnostic = problem.at(place)
  }
}
