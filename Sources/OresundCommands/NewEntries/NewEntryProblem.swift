import Diagnostics

/// Why no new entry can be begun.
enum NewEntryProblem: Problem {
  case exists(String)
  case nameTaken(String, by: String)
  case noName(title: String)
  case badName(String)

  var identifier: String {
    switch self {
    case .exists: "file-exists"
    case .nameTaken: "name-taken"
    case .noName, .badName: "invalid-name"
    }
  }

  var message: String {
    switch self {
    case .exists(let path): "“\(path)” exists already"
    case .nameTaken(let name, let other):
      "“\(other)” is called “\(name)”, too, so that both would have the same address"
    case .noName(let title):
      "no file can be called by the title “\(title)”, which has neither letters nor digits"
    case .badName(let name): "no file can be called “\(name)”"
    }
  }

  var remedy: String? {
    switch self {
    case .exists: "choose another title, or another name with --name"
    case .nameTaken: "choose another name with --name"
    case .noName, .badName: "say with --name what it is to be called: letters, digits and hyphens"
    }
  }
}
