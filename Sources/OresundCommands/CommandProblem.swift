import Diagnostics

/// What can be wrong with a command's surroundings.
enum CommandProblem: Problem {
  case noTemplatesFolder(String)
  case unreadable(String, reason: String)
  case addressChanged(from: String, to: String)
  case addressesNotKept(String, reason: String)
  /// A file in the templates' folder of strings that is none.
  case noStringsFile(String)

  var identifier: String {
    switch self {
    case .noTemplatesFolder: "no-templates"
    case .unreadable: "unreadable-file"
    case .addressChanged: "address-changed"
    case .addressesNotKept: "addresses-not-kept"
    case .noStringsFile: "stray-file"
    }
  }

  var severity: Severity {
    switch self {
    case .addressChanged, .addressesNotKept, .noStringsFile: .warning
    default: .error
    }
  }

  var message: String {
    switch self {
    case .noTemplatesFolder(let path): "there is no templates folder “\(path)”"
    case .noStringsFile(let name): "“\(name)” is not read"
    case .unreadable(let path, let reason): "“\(path)” cannot be read: \(reason)"
    case .addressChanged(let former, let today):
      "this page was at “\(former)” and is now at “\(today)”, so links to the old address lead nowhere"
    case .addressesNotKept(let path, let reason):
      "today’s addresses could not be kept in “\(path)”, so the next build will not notice which have changed: \(reason)"
    }
  }

  var remedy: String? {
    switch self {
    case .noTemplatesFolder: "run the command in the site’s folder, or say where it is with --templates"
    case .noStringsFile: "files of strings are called strings/<language>.yml"
    case .unreadable: "check the file’s permissions"
    case .addressChanged(let former, _): "add “aliases: [\(former)]” to its front matter"
    case .addressesNotKept: "check the folder’s permissions"
    }
  }
}
