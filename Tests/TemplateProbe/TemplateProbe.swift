import Diagnostics
import TemplateCases
import Templating

/// Renders cases for the checks that are written in Python.
///
/// Reads lines of JSON from standard input, each `{"templates": [[name, text], …], "context": {…}}`, and answers
/// each with a line: `{"rendered": text}` or `{"refused": report}`.
@main
enum TemplateProbe {
  static func main() throws {
    while let line = readLine() {
      guard case .map(let request) = try JSONReader.read(Array(line.utf8)),
        case .list(let list)? = request[key: "templates"], let context = request[key: "context"]
      else { continue }
      let templates = list.compactMap { pair -> (name: String, bytes: [UInt8])? in
        guard case .list(let pair) = pair, pair.count == 2, case .text(let name) = pair[0],
          case .text(let text) = pair[1]
        else { return nil }
        return (name.string, text.bytes)
      }
      let test = TemplateCase(context: context, templates: templates)
      var json = JSONText()
      json.object { json in
        switch test.run() {
        case .rendered(let bytes):
          json.key("rendered")
          json.string(String(decoding: bytes, as: UTF8.self))
        case .refused(let report):
          json.key("refused")
          json.string(test.text(report))
        }
      }
      print(json.text)
    }
  }
}
