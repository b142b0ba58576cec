import Diagnostics

/// What can be wrong with a baseline.
enum BaselineProblem: Problem {
  case unreadable(String, reason: String)
  case unwritable(String, reason: String)
  case invalid(String)
  case stale(String, file: String)

  var identifier: String {
    switch self {
    case .unreadable: "unreadable-file"
    case .unwritable: "unwritable-file"
    case .invalid: "invalid-baseline"
    case .stale: "stale-baseline"
    }
  }

  var severity: Severity {
    switch self {
    case .stale: .warning
    default: .error
    }
  }

  var message: String {
    switch self {
    case .unreadable(let path, let reason): "the baseline “\(path)” cannot be read: \(reason)"
    case .unwritable(let path, let reason): "the baseline “\(path)” cannot be written: \(reason)"
    case .invalid(let path): "“\(path)” is no baseline"
    case .stale(let identifier, let file):
      "this known problem, \(identifier)\(file.isEmpty ? "" : " in \(file)"), is no longer there"
    }
  }

  var remedy: String? {
    switch self {
    case .unreadable(let path, _): "make it with “oresund check --baseline \(path) --update-baseline”"
    case .unwritable: "check the folder’s permissions"
    case .invalid(let path): "make it anew with “oresund check --baseline \(path) --update-baseline”"
    case .stale: "remove the line, or write the file anew with --update-baseline"
    }
  }
}
