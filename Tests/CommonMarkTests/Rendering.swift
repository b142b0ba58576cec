import CommonMark
import Diagnostics

/// Markdown as HTML with the default fillings, for tests.
func html(
  _ markdown: String, language: String = "en", _ change: (inout MarkdownOptions) -> Void = { _ in }
) -> String {
  var options = MarkdownOptions()
  change(&options)
  return String(
    decoding: MarkdownParser(options: options).parse(markdown.utf8, language: language).defaultHTML,
    as: UTF8.self)
}

/// Problems as `line:column identifier`, one after the other.
func problems(_ markdown: String, language: String = "en", firstLine: Int = 1) -> [String] {
  let text = MarkdownParser().parse(markdown.utf8, file: "a.md", firstLine: firstLine, language: language)
  return text.diagnostics.map { diagnostic in
    let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "-"
    return "\(place) \(diagnostic.identifier)"
  }
}
