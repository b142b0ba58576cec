import Diagnostics
import Foundation
import TemplateCases
import Templating

/// Renders cases for the checks that are written in Python.
///
/// Reads lines of JSON from standard input, each `{"templates": [[name, text], …], "context": {…}}`, and answers
/// each at once with a line: `{"rendered": text}` or `{"refused": report}`.
///
/// `template-probe time FILE COUNT` renders the case in a file that often and prints the fastest in microseconds.
@main
enum TemplateProbe {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 3, arguments.first == "time", let count = Int(arguments.last ?? "") {
      return try time(file: arguments[2], count: count)
    }
    while let line = readLine() {
      guard let test = try readCase(Array(line.utf8)) else { continue }
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
      fflush(nil)
    }
  }

  private static func readCase(_ json: [UInt8]) throws -> TemplateCase? {
    guard case .map(let request) = try JSONReader.read(json),
      case .list(let list)? = request[key: "templates"],
      let context = request[key: "context"]
    else { return nil }
    let templates = list.compactMap { pair -> (name: String, bytes: [UInt8])? in
      guard case .list(let pair) = pair, pair.count == 2, case .text(let name) = pair[0],
        case .text(let text) = pair[1]
      else { return nil }
      return (name.string, text.bytes)
    }
    return TemplateCase(context: context, templates: templates)
  }

  private static func time(file: String, count: Int) throws {
    guard let test = try readCase([UInt8](try Data(contentsOf: URL(filePath: file)))) else { return }
    let set = TemplateSet(
      sources: test.templates.map { TemplateSource(name: $0.name, file: $0.name, bytes: $0.bytes) })
    var best = Double.infinity
    var output: [UInt8] = []
    for _ in 0..<count {
      output.removeAll(keepingCapacity: true)
      let start = ContinuousClock.now
      try set.render(test.templates[0].name, context: test.context, into: &output)
      best = min(best, (ContinuousClock.now - start) / .microseconds(1))
    }
    print(best)
  }
}
