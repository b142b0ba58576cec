import Diagnostics

/// What can be wrong with a text in Markdown.
enum MarkdownProblem: Problem {
  case rawHTML(String)
  case dangerousAddress(String, scheme: String, isImage: Bool)
  case missingAlternative(source: String)
  case topLevelHeading(text: String)
  case headingJump(text: String, level: Int, expected: Int)
  case repeatedHeadingID(String)
  case unknownFootnote(String)
  case unusedFootnote(String)
  case repeatedFootnote(String)
  case unknownLanguage(String)
  case endlessPassage
  case unknownNote(String)
}
