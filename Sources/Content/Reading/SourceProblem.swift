import Diagnostics

/// What is wrong with a content file before its content is looked at.
enum SourceProblem: Problem {
  case unreadable(reason: String)
  case empty
  case invalidUTF8(byte: UInt8)
  case controlCharacter(Unicode.Scalar)
  /// A character that YAML takes for the end of a line, or does not allow.
  case notInYAML(Unicode.Scalar)
  case noFrontMatter(NearMiss)
  /// `found` is a line that was probably meant, such as `--- ` or `—`.
  case unclosedFrontMatter(found: String?)

  /// What is where the first line of front matter should be.
  enum NearMiss: Hashable, Sendable {
    case text
    /// The line is further down.
    case blankLines
    /// Such as `--- ` or `—`.
    case line(String)
  }
}
