import Diagnostics

/// What is wrong with an image file of the content.
enum ImageProblem: Problem {
  case unknownSize(ImageMistake)

  var identifier: String { "unreadable-image" }

  var severity: Severity { .warning }
}
