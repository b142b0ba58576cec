import Diagnostics

/// What is wrong with the names and kinds of files in the content folder.
enum FolderProblem: Problem {
  case noFolder(String)
  case tooDeep
  case nameIsNoUTF8
  case noRegularFile
  case brokenLink
  case linkLeaves(target: String)
  case linkToFolder
  case noSiteFile
  case unknownFolder(String, suggestion: String?)
  case strayFile
  /// A file in `content/` or `content/data/` that is nearly one that is read.
  case misnamed(String, expected: String)
  case markdownEnding(String)
  /// A folder of a section in which there is no `index.md`.
  case noIndex(folder: String)
  case looseIndex(section: String)
  case markdownBesideIndex
  case undeclaredLanguage(String, languages: [String], suggestion: String?)
  case noDate(String, DateMistake)
  /// A name that cannot be a part of an address.
  case badName(String, SlugMistake)
  /// Two files whose paths differ by nothing that every file system tells apart.
  case clash(other: String)
}
