import Diagnostics

extension EntryProblem {
  var identifier: String {
    switch self {
    case .dateInName: "date-mismatch"
    case .twoOriginals: "two-originals"
    case .sameLanguage: "duplicate-variant"
    case .disagreement: "shared-field-differs"
    case .missing, .missingPart: "missing-field"
    case .expiresBefore: "expires-too-early"
    case .noOriginal: "no-original"
    }
  }

  var severity: Severity {
    if case .expiresBefore(_, _, isHidden: false) = self { .warning } else { .error }
  }

  var message: String {
    switch self {
    case .dateInName(let name, let field, let given, _):
      "“\(field)” is \(given), but the file’s name says \(name)"
    case .twoOriginals(let entry): "“\(entry)” has two originals"
    case .sameLanguage(let language, let entry): "“\(entry)” has two files for the language “\(language)”"
    case .disagreement(let field): "“\(field)” holds for all languages, but differs between them"
    case .missing(let field, let kind, _): "\(kind) needs “\(field)”"
    case .missingPart(let part, let field): "“\(field)” needs “\(part)”"
    case .expiresBefore(let date, let field, _):
      "this is before the day in “\(field)”, \(date)"
    case .noOriginal(let entry, let defaultLanguage, let languages):
      "it is not clear which variant of “\(entry)” is the original: there is none in “\(defaultLanguage)”, but "
        + languages.joined(separator: ", ")
    }
  }

  var remedy: String? {
    switch self {
    case .dateInName(_, let field, _, let canMove):
      "make them agree, or leave out “\(field)”"
        + (canMove ? "; what was moved says “status: moved” and keeps its name" : "")
    case .twoOriginals: "keep “original: true” in one variant only"
    case .sameLanguage: "remove or rename one of them"
    case .disagreement: "write it in one variant only, or alike in all"
    case .missing(let field, _, let isInName):
      isInName
        ? "write it as \(field): 2010-10-01, or begin the file’s name with 2010-10-01-"
        : "write “\(field): …” between the two lines of dashes"
    case .missingPart(let part, let field): "write “\(part): …” below “\(field)”"
    case .expiresBefore(_, _, let isHidden):
      isHidden
        ? "write the last day on which it is to be seen; like this it never is"
        : "write the last day on which it is to be seen, if it should be seen until then"
    case .noOriginal: "write “original: true” in the one that the others translate"
    }
  }
}
