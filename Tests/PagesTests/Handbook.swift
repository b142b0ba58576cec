import Foundation
import RegexBuilder

/// docs/templates.md, which tells designers what templates see.
struct Handbook {
  private static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/templates.md").standardizedFileURL
  private static let opening =
    "<!-- kinds: begin. Made from the kinds by `RECORD_DOCS=1 bin/test PagesTests`. -->\n"
  private static let closing = "<!-- kinds: end -->\n"

  var text: String

  init() throws {
    text = try String(contentsOf: Self.url, encoding: .utf8)
  }

  func write() throws { try Data(text.utf8).write(to: Self.url) }

  /// What is between the two marks.
  var kinds: String {
    get { range.map { String(text[$0]) } ?? "" }
    set { if let range { text.replaceSubrange(range, with: newValue) } }
  }

  private var range: Range<String.Index>? {
    guard let opening = text.range(of: Self.opening), let closing = text.range(of: Self.closing),
      opening.upperBound <= closing.lowerBound
    else { return nil }
    return opening.upperBound..<closing.lowerBound
  }

  /// The text below a heading, as far as the next one.
  func section(_ heading: String) -> Substring {
    guard let start = text.range(of: "\n## \(heading)\n")?.upperBound else { return "" }
    let rest = text[start...]
    return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }

  /// The attributes of an object that a section names, `page.title`.
  func attributes(of object: String, in heading: String) -> Set<String> {
    let name = Regex {
      "`\(object)."; Capture { OneOrMore(.word) }
    }
    return Set(section(heading).matches(of: name).map { String($0.output.1) })
  }

  /// The templates of a section with what they give.
  func examples(in heading: String) -> [(template: String, html: String)] {
    let blocks = section(heading).split(separator: "```").map(String.init)
    let templates = blocks.filter { $0.hasPrefix("jinja\n") }.map { String($0.dropFirst(6)) }
    let outputs = blocks.filter { $0.hasPrefix("html\n") }.map { String($0.dropFirst(5)) }
    return zip(templates, outputs).map { ($0, $1) }
  }
}
