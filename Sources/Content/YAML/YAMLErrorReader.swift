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
      return colon(at: mark)
    case "could not find expected ':'":
      return YAMLFailure(.missingColon(line: excerpt(of: rest(at: context?.mark ?? mark))), at: start)
    case "found unexpected end of stream", "found unexpected document indicator":
      return YAMLFailure(.unclosedQuote, at: start)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      if rest(at: mark).unicodeScalars.first == "\t" { return YAMLFailure(.tab, at: here) }
      if !beginning(at: mark).allSatisfy({ $0 == " " }) { return YAMLFailure(.textAfterValue, at: here) }
      if lineAbove(mark.line)?.text.hasPrefix("...") ?? false {
        return YAMLFailure(.severalDocuments, at: here)
      }
      return YAMLFailure(.wrongIndentation, at: here)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      // Where the line goes on, something is missing in it; else the end of the list is.
      if start.line != here.line { return YAMLFailure(.unclosedBracket, at: start) }
      return YAMLFailure(.noComma, at: here, notes: [Note("the bracket is opened here", at: start)])
    case "block sequence entries are not allowed in this context":
      return YAMLFailure(.listInLine, at: here)
    case "found unknown escape character":
      return YAMLFailure(.unknownEscape, at: here)
    case "found undefined alias":
      return YAMLFailure(.undefinedAlias, at: here)
    case "found character that cannot start any token", "did not find expected node content":
      guard let first = rest(at: mark).first else { return YAMLFailure(.unclosedBracket, at: lastBracket) }
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
      if problem.contains("nesting level") { return YAMLFailure(.tooDeep, at: here) }
      if problem.contains("tab character") { return YAMLFailure(.tab, at: here) }
      if context?.text.contains("scanning a tag") ?? false {
        return YAMLFailure(.reservedStart("!"), at: start)
      }
    }
    return YAMLFailure(.unreadable(problem), at: here)
  }

  /// A colon where none can be: in a value, or, where it is the line's first, because the line above has not
  /// ended.
  private func colon(at mark: Mark) -> YAMLFailure {
    let here = reader.place(line: mark.line, column: mark.column)
    let before = beginning(at: mark)
    guard !before.contains(": "), let above = lineAbove(mark.line) else {
      return YAMLFailure(.colonInValue(fixed: quoted(before + rest(at: mark))), at: here)
    }
    let indent = before.prefix { $0 == " " }.count
    if indent > above.text.prefix(while: { $0 == " " }).count {
      return YAMLFailure(
        .indentedFurther,
        at: reader.place(
          line: mark.line, column: indent + 1, length: before.unicodeScalars.count - indent))
    }
    let text = above.text.drop { $0 == " " }
    return YAMLFailure(
      .missingColon(line: excerpt(of: String(text))),
      at: reader.place(
        line: above.number, column: above.text.count - text.count + 1, length: text.unicodeScalars.count))
  }

  /// A line with its value in quotes, where that is simple.
  private func quoted(_ line: String) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let key = line[..<colon.lowerBound].drop { $0 == " " || $0 == "-" }
    let value = line[colon.upperBound...]
    if value.contains("\"") || value.contains("\\") || line.count > 70 { return nil }
    return "\(key): \"\(value)\""
  }

  /// The place of the last bracket that opens a list or map.
  private var lastBracket: Place {
    for (index, line) in lines.enumerated().reversed() {
      let scalars = Array(line.unicodeScalars)
      if let column = scalars.lastIndex(where: { $0 == "[" || $0 == "{" }) {
        return reader.place(line: index + 1, column: column + 1)
      }
    }
    return reader.place(line: 1, column: 1)
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

  /// The last line above another one that has something in it.
  private func lineAbove(_ number: Int) -> (number: Int, text: String)? {
    let above = lines.prefix(max(number - 1, 0)).enumerated().last { $0.element.contains { $0 != " " } }
    return above.map { ($0.offset + 1, String($0.element)) }
  }

  /// The text of a line up to a mark.
  private func beginning(at mark: Mark) -> String {
    guard let line = lines.dropFirst(mark.line - 1).first else { return "" }
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(mark.column - 1)))
  }

  /// The text of a line from a mark on.
  private func rest(at mark: Mark) -> String {
    guard let line = lines.dropFirst(mark.line - 1).first else { return "" }
    return String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(mark.column - 1)))
  }
}
