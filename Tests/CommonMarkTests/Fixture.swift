import CommonMark
import Diagnostics
import Foundation
import Testing

/// A case of a fixture file: Markdown and what comes of it.
///
/// A file is a sequence of cases. A case begins with `=== NAME`, or `=== NAME (LANGUAGE)` for a text that is not
/// English; then come the Markdown, a line `--->`, the HTML, and the diagnostics, each on a line that begins
/// with `!`. The options are the defaults without headings' ids, whose markup would drown the rest.
struct Fixture: CustomTestStringConvertible {
  let file: String
  let name: String
  let language: String
  let markdown: String
  let expected: String

  var testDescription: String { "\(file): \(name)" }

  /// What the parser makes of the Markdown, as fixture files say it.
  var actual: String {
    var options = MarkdownOptions()
    options.headingIDs = false
    let text = MarkdownParser(options: options).parse(markdown.utf8, file: "x", language: language)
    let problems = text.diagnostics.map { diagnostic in
      "! \(diagnostic.place?.line ?? 0):\(diagnostic.place?.column ?? 0) \(diagnostic.message)"
        + " [\(diagnostic.identifier)]\n"
    }
    return String(decoding: text.defaultHTML, as: UTF8.self) + problems.joined()
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap(read)
  }()

  private static func read(_ file: String) -> [Fixture] {
    let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
    return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let halves = String(lines.last ?? "").components(separatedBy: "--->\n")
      var name = String(lines.first ?? "")
      var language = "en"
      if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
        language = String(name[name.index(after: open)...].dropLast())
      }
      name = name.trimmingCharacters(in: .whitespaces)
      // Cases are apart by one empty line.
      let expected = halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : ""
      return Fixture(
        file: file, name: name, language: language, markdown: halves[0], expected: expected)
    }
  }

  /// Writes the fixture files anew with what the parser makes of them today.
  static func record() throws {
    for (file, cases) in Dictionary(grouping: all, by: \.file) {
      let text = cases.map { fixture in
        "=== \(fixture.name)\n\(fixture.markdown)--->\n"
          + fixture.actual.trimmingCharacters(in: .newlines) + "\n"
      }
      try text.joined(separator: "\n").write(
        to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
  }
}
