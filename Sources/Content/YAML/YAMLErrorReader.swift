import Diagnostics
import Yams

/// Turns the parser's errors into problems that say what an editor did.
struct YAMLErrorReader {
  let reader: YAMLReader
  /// The document.
  let text: String

  func failure(_ error: YamlError) -> YAMLFailure {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return failure(problem, at: mark, context: context)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicate(duplicates.first ?? "", first: context.mark)
    case .reader(let problem, _, _, _):
      return YAMLFailure(.unreadable(problem), at: reader.place(line: 1, column: 1))
    default:
      return YAMLFailure(.unreadable("\(error)"), at: reader.place(line: 1, column: 1))
    }
  }

  private func failure(_ problem: String, at mark: Mark, context: YamlError.Context?) -> YAMLFailure {
    let here = reader.place(line: mark.line, column: mark.column)
    let start = context.map { reader.place(line: $0.mark.line, column: $0.mark.column) } ?? here
    switch problem {
    case "mapping values are not allowed in this context":
      return YAMLFailure(.colonInValue, at: here)
    case "could not find expected ':'":
      return YAMLFailure(.missingColon(line: excerpt(of: rest(at: context?.mark ?? mark))), at: start)
    case "found unexpected end of stream", "found unexpected document indicator":
      return YAMLFailure(.unclosedQuote, at: start)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      if rest(at: mark).unicodeScalars.first == "\t" { return YAMLFailure(.tab, at: here) }
      return YAMLFailure(.wrongIndentation, at: here)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return YAMLFailure(.unclosedBracket, at: here, notes: [Note("it is opened here", at: start)])
    case "block sequence entries are not allowed in this context":
      return YAMLFailure(.listInLine, at: here)
    case "found unknown escape character":
      return YAMLFailure(.unknownEscape, at: here)
    case "found undefined alias":
      return YAMLFailure(.undefinedAlias, at: here)
    case "found character that cannot start any token", "did not find expected node content":
      guard let first = rest(at: mark).first else { break }
      return YAMLFailure(first == "\t" ? .tab : .reservedStart(first), at: here)
    case "did not find expected alphabetic or numeric character":
      guard let first = rest(at: context?.mark ?? mark).first else { break }
      return YAMLFailure(.reservedStart(first), at: start)
    case "did not find expected comment or line break":
      return YAMLFailure(.blockHeader, at: here)
    case "but found another document":
      return YAMLFailure(.severalDocuments, at: here)
    case "found undefined tag handle":
      return YAMLFailure(.reservedStart("!"), at: start)
    default:
      if problem.contains("tab character") { return YAMLFailure(.tab, at: here) }
      if context?.text.contains("scanning a tag") ?? false {
        return YAMLFailure(.reservedStart("!"), at: start)
      }
    }
    return YAMLFailure(.unreadable(problem), at: here)
  }

  /// The parser knows a name; the second place is the next line that has it in the same column.
  private func duplicate(_ key: String, first mark: Mark) -> YAMLFailure {
    let length = key.unicodeScalars.count
    let first = reader.place(line: mark.line, column: mark.column, length: length)
    for (index, line) in lines.enumerated().dropFirst(mark.line) {
      let candidate = line.unicodeScalars.dropFirst(mark.column - 1)
      guard candidate.starts(with: key.unicodeScalars),
        candidate.dropFirst(length).first(where: { $0 != " " }) == ":"
      else { continue }
      return YAMLFailure(
        .duplicateKey(key), at: reader.place(line: index + 1, column: mark.column, length: length),
        notes: [Note("it is given here first", at: first)])
    }
    return YAMLFailure(.duplicateKey(key), at: first)
  }

  private var lines: [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// The text of a line from a mark on.
  private func rest(at mark: Mark) -> String {
    guard let line = lines.dropFirst(mark.line - 1).first else { return "" }
    return String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(mark.column - 1)))
  }
}
