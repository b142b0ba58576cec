import Diagnostics

/// Why a translation cannot be stamped.
enum TranslationProblem: Problem {
  case noFile(String)
  case notTranslation(String)
  case isOriginal(String)
  case cannotStamp(digest: String)
  case unreadable(String, reason: String)
  case unwritable(String, reason: String)

  var identifier: String {
    switch self {
    case .noFile: "no-such-file"
    case .notTranslation, .isOriginal: "no-translation"
    case .cannotStamp: "cannot-stamp"
    case .unreadable: "unreadable-file"
    case .unwritable: "unwritable-file"
    }
  }

  var message: String {
    switch self {
    case .noFile(let path): "there is no file “\(path)”"
    case .notTranslation(let path): "“\(path)” is no entry that could be read"
    case .isOriginal(let path): "“\(path)” is the original, not a translation"
    case .cannotStamp: "no line can be added to this front matter"
    case .unreadable(let path, let reason): "“\(path)” cannot be read: \(reason)"
    case .unwritable(let path, let reason): "“\(path)” cannot be written: \(reason)"
    }
  }

  var remedy: String? {
    switch self {
    case .noFile, .unreadable: nil
    case .notTranslation: "name a Markdown file of the content; “oresund check” says what is wrong with one"
    case .isOriginal: "name the translation that follows it"
    case .cannotStamp(let digest): "write “translated_from: \(digest)” into it yourself"
    case .unwritable: "check the file’s and the folder’s permissions"
    }
  }
}
