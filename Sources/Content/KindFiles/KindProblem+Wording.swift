import Diagnostics

extension KindProblem {
  var identifier: String {
    switch self {
    case .builtInField, .builtInKind, .reservedName, .sectionTaken: "name-taken"
    case .badName: "invalid-name"
    case .translatedPart: "translated-part"
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
    case .translatedPart(let part, let list):
      "“\(part)” cannot be translated, because the list “\(list)” is the same in all languages"
    case .unknownKind(let name, _): "there is no kind “\(excerpt(of: name))”"
    }
  }

  var remedy: String? {
    switch self {
    case .builtInField, .builtInKind, .reservedName: "choose another name"
    case .badName: "write small English letters, digits and underscores"
    case .translatedPart(_, let list): "write “class: translated” for “\(list)”"
    case .sectionTaken: "choose another section"
    case .unknownKind(_, let suggestion): suggestion.map { "did you mean “\($0)”?" }
    }
  }
}
