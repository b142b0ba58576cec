import Diagnostics

/// What other sites say of links to them. All are warnings: what is there is not in the editor's hands.
enum ExternalProblem: Problem {
  case broken(String, status: Int)
  case moved(to: String)
  case unreachable(String, reason: String)
  case notKept(String, reason: String)

  var identifier: String {
    switch self {
    case .broken: "broken-external-link"
    case .moved: "moved-external-link"
    case .unreachable: "unreachable-site"
    case .notKept: "answers-not-kept"
    }
  }

  var severity: Severity { .warning }

  var message: String {
    switch self {
    case .broken(let address, let status):
      "there is \(status == 410 ? "no longer a" : "no") page at \(address) (status \(status))"
    case .moved(let address): "this page has moved to \(address)"
    case .unreachable(let address, let reason): "\(address) could not be looked at: \(reason)"
    case .notKept(let folder, let reason):
      "what other sites answered could not be kept in “\(folder)”, so they will be asked again: \(reason)"
    }
  }

  var remedy: String? {
    switch self {
    case .broken: "look for its new address, or remove the link"
    case .moved: "write the new address"
    case .unreachable: "try it in a browser, and check again later"
    case .notKept: "check the folder’s permissions"
    }
  }
}
