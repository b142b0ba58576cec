import Diagnostics

/// Why a translation cannot be stamped, or begun.
enum TranslationProblem: Problem {
  case noFile(String)
  case notTranslation(String)
  case isOriginal(String)
  case cannotStamp(digest: String)
  case translated(language: String, file: String)
  /// No language is asked for, and there is not one alone.
  case whichLanguage([String])

  var identifier: String {
    switch self {
    case .noFile: "no-such-file"
    case .notTranslation, .isOriginal: "no-translation"
    case .cannotStamp: "cannot-stamp"
    case .translated: "file-exists"
    case .whichLanguage: "which-language"
    }
  }

  var message: String {
    switch self {
    case .noFile(let path): "there is no file “\(path)”"
    case .notTranslation(let path): "“\(path)” is no entry that could be read"
    case .isOriginal(let path): "“\(path)” is the original, not a translation"
    case .translated(let language, let file): "this entry is in “\(language)” already: “\(file)”"
    case .whichLanguage(let missing):
      missing.isEmpty
        ? "this entry has a file in every language of the site"
        : "this entry has no file in \(missing.map { "“\($0)”" }.joined(separator: " and "))"
    case .cannotStamp: "no line can be added to this front matter"
    }
  }

  var remedy: String? {
    switch self {
    case .noFile: nil
    case .notTranslation: "name a Markdown file of the content; “oresund check” says what is wrong with one"
    case .translated: "write there, or name another language with --language"
    case .whichLanguage(let missing):
      missing.isEmpty
        ? "“oresund translations” says what is out of date" : "say which is meant with --language"
    case .isOriginal: "name the translation that follows it"
    case .cannotStamp(let digest): "write “translated_from: \(digest)” into it yourself"
    }
  }
}
