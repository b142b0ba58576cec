import Diagnostics

/// What can be wrong with a command's surroundings.
enum CommandProblem: Problem {
  case noTemplatesFolder(String)
  case unreadable(String, reason: String)
  case unwritable(String, reason: String)
  case addressChanged(from: String, to: String)
  case addressesNotKept(String, reason: String)
  case searchNotKept(String, reason: String)
  /// What a new site’s folder has already.
  case filesInTheWay(String, [String])
  /// A new site's folder is to be where a file is.
  case fileInTheWay(String)
  case notWritten(String, reason: String)
  /// A file in the templates' folder of strings that is none.
  case noStringsFile(String)
  /// `severity:` names an identifier that no diagnostic has.
  case unknownIdentifier(String, suggestion: String?)
  /// `severity:` wants less of what is always an error.
  case alwaysAnError(String)

  var identifier: String {
    switch self {
    case .noTemplatesFolder: "no-templates"
    case .unreadable: "unreadable-file"
    case .unwritable: "unwritable-file"
    case .addressChanged: "address-changed"
    case .addressesNotKept: "addresses-not-kept"
    case .searchNotKept: "search-not-kept"
    case .filesInTheWay, .fileInTheWay: "files-in-the-way"
    case .notWritten: "cannot-write"
    case .noStringsFile: "stray-file"
    case .unknownIdentifier: "unknown-identifier"
    case .alwaysAnError: "always-an-error"
    }
  }

  var severity: Severity {
    switch self {
    case .addressChanged, .addressesNotKept, .searchNotKept, .noStringsFile, .alwaysAnError: .warning
    default: .error
    }
  }

  var message: String {
    switch self {
    case .noTemplatesFolder(let path): "there is no templates folder “\(path)”"
    case .noStringsFile(let name): "“\(name)” is not read"
    case .unreadable(let path, let reason): "“\(path)” cannot be read: \(reason)"
    case .unwritable(let path, let reason): "“\(path)” cannot be written: \(reason)"
    case .addressChanged(let former, let today):
      "this page was at “\(former)” and is now at “\(today)”, so links to the old address lead nowhere"
    case .addressesNotKept(let path, let reason):
      "today’s addresses could not be kept in “\(path)”, so the next build will not notice which have changed: \(reason)"
    case .searchNotKept(let path, let reason):
      "the search index could not be kept in “\(path)”, so the next build will make it again: \(reason)"
    case .filesInTheWay(let folder, let paths):
      "“\(folder)” has \(paths.prefix(3).map { "“\($0)”" }.joined(separator: ", "))"
        + (paths.count > 3 ? " and \(paths.count - 3) more of the files" : "") + " that a new site would have"
    case .fileInTheWay(let path): "“\(path)” is a file"
    case .notWritten(let folder, let reason): "the site could not be written to “\(folder)”: \(reason)"
    case .unknownIdentifier(let identifier, _):
      "“\(identifier)” is the identifier of no error or warning"
    case .alwaysAnError(let identifier): "“\(identifier)” stays an error, because it cannot be published"
    }
  }

  var remedy: String? {
    switch self {
    case .noTemplatesFolder: "run the command in the site’s folder, or say where it is with --templates"
    case .noStringsFile: "files of strings are called strings/<language>.yml"
    case .unreadable: "check the file’s permissions"
    case .unwritable: "check the file’s and the folder’s permissions"
    case .addressChanged(let former, _): "add “aliases: [\(former)]” to its front matter"
    case .filesInTheWay, .fileInTheWay: "name a folder that is empty, or not there yet; nothing was written"
    case .notWritten: "check the folder’s permissions, and remove what was written"
    case .addressesNotKept, .searchNotKept: "check the folder’s permissions"
    case .unknownIdentifier(_, let suggestion):
      suggestion.map { "did you mean “\($0)”?" } ?? "write the one in brackets behind a warning"
    case .alwaysAnError: "remove the line; only warnings can be switched off"
    }
  }
}
