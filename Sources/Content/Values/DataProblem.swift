import Diagnostics

/// What is wrong with a data file.
enum DataProblem: Problem {
  case nameTaken(String)
  case notJSON(expected: String)
  case duplicateMember(String)
  case tooDeep
  case unclosedQuote
  case textAfterQuote
  case fieldCount(Int, expected: Int)
  case sameColumn(String)
  case semicolons
}

extension DataProblem {
  var identifier: String {
    switch self {
    case .nameTaken: "data-name-clash"
    case .notJSON, .tooDeep: "invalid-json"
    case .duplicateMember: "duplicate-key"
    case .unclosedQuote, .textAfterQuote, .fieldCount, .sameColumn, .semicolons: "invalid-csv"
    }
  }

  var message: String {
    switch self {
    case .nameTaken(let name): "two data files have the name “\(name)”"
    case .notJSON(let expected): "this is no JSON: expected \(expected)"
    case .duplicateMember(let name): "“\(excerpt(of: name))” is given twice"
    case .tooDeep: "this is nested more than \(JSONReader.maximumDepth) levels deep"
    case .unclosedQuote: "the quotation mark that opens here is never closed"
    case .textAfterQuote: "a comma or the end of the line was expected after the quotation mark"
    case .fieldCount(let count, let expected): "this line has \(count) fields, the first has \(expected)"
    case .semicolons: "the columns are separated by semicolons"
    case .sameColumn(let name): "two columns are called “\(excerpt(of: name))”"
    }
  }

  var remedy: String? {
    switch self {
    case .nameTaken: "rename one of them"
    case .duplicateMember: "keep one of them"
    case .unclosedQuote, .textAfterQuote: "write a quotation mark inside a field twice"
    case .semicolons: "save the file with commas between the columns"
    case .fieldCount: "put fields that have commas in quotation marks"
    default: nil
    }
  }
}
