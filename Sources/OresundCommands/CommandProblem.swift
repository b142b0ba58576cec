import Diagnostics

/// What can be wrong with a command's surroundings.
enum CommandProblem: Problem {
  case noTemplatesFolder(String)
  case unreadable(String, reason: String)

  var identifier: String {
    switch self {
    case .noTemplatesFolder: "no-templates"
    case .unreadable: "unreadable-file"
    }
  }

  var message: String {
    switch self {
    case .noTemplatesFolder(let path): "there is no templates folder “\(path)”"
    case .unreadable(let path, let reason): "“\(path)” cannot be read: \(reason)"
    }
  }

  var remedy: String? {
    switch self {
    case .noTemplatesFolder: "run the command in the site’s folder, or say where it is with --templates"
    case .unreadable: "check the file’s permissions"
    }
  }
}
