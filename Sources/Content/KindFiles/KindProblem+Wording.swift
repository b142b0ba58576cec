import Diagnostics

extension KindProblem {
  var identifier: String {
    switch self {
    case .builtInField, .builtInKind, .reservedName, .sectionTaken: "name-taken"
    case .badName: "invalid-name"
    case .unknownKind: "unknown-kind"
    }
  }

  var message: String {
    switch self {
    case .builtInField(let name): "every kind has a field “\(name)” already"
    case .builtInKind(let name): "the kind “\(name)” is built in"
    case .reservedName(let name): "“\(name)” has a meaning of its own in templates"
    case .badName(let name): "“\(excerpt(of: name))” cannot be the name of a kind or field"
    case .sectionTaken(let section, let kind): "the folder “\(section)” \(kind)"
    case .unknownKind(let name, _): "there is no kind “\(excerpt(of: name))”"
    }
  }

  var remedy: String? {
    switch self {
    case .builtInField, .builtInKind, .reservedName: "choose another name"
    case .badName: "write small English letters, digits and underscores"
    case .sectionTaken: "choose another section"
    case .unknownKind(_, let suggestion): suggestion.map { "did you mean “\($0)”?" }
    }
  }
}
