import Templating

/// A fixture: a case and what was recorded about it.
///
/// The file is the context as JSON, a line `---`, the template, further templates each after a line `--- name`,
/// then `=== Jinja2` or `=== Jinja2 fails` with what Jinja2 3.1.6 gives (`=== Jinja2 endless`: nobody waited), and, where our engine refuses the
/// case, `=== Oresund` with its report. The line end before such a line belongs to it.
package struct Fixture: Sendable {
  package let test: TemplateCase
  /// What Jinja2 prints, or `nil` where it fails.
  package let rendered: [UInt8]?
  /// What our engine reports, or `nil` where it renders.
  package let report: String?

  package init(_ bytes: [UInt8]) throws {
    var sections: [(head: String, lines: [ArraySlice<UInt8>])] = [("", [])]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text == "---" || text.hasPrefix("--- ") || text.hasPrefix("=== ") {
        sections.append((text, []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    func content(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { Array(lines.joined(separator: [0x0A])) }
    let context = content(sections[0].lines)
    var templates: [(name: String, bytes: [UInt8])] = []
    var rendered: [UInt8]?
    var report: String?
    for section in sections.dropFirst() {
      switch section.head {
      case "---": templates.append(("main.html", content(section.lines)))
      case "=== Jinja2": rendered = content(section.lines)
      case "=== Jinja2 fails", "=== Jinja2 endless": break
      case "=== Oresund": report = String(decoding: content(section.lines), as: UTF8.self)
      default: templates.append((String(section.head.dropFirst(4)), content(section.lines)))
      }
    }
    test = TemplateCase(
      context: try JSONReader.read(context.isEmpty ? Array("{}".utf8) : context), templates: templates)
    self.rendered = rendered
    self.report = report
  }
}
