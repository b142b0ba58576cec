package import Diagnostics
package import Templating

/// Templates with the variables to render the first of them with.
package struct TemplateCase: Sendable {
  package let context: [String: Value]
  /// Name and text; the first is rendered.
  package let templates: [(name: String, bytes: [UInt8])]

  package init(context: Value, templates: [(name: String, bytes: [UInt8])]) {
    var variables: [String: Value] = [:]
    if case .map(let map) = context {
      for (key, value) in zip(map.keys, map.values) {
        if case .text(let name) = key { variables[name.string] = value }
      }
    }
    self.context = variables
    self.templates = templates
  }

  package enum Result: Sendable {
    case rendered([UInt8])
    case refused(DiagnosticReport)
  }

  /// What our engine makes of it.
  package func run() -> Result {
    let sources = templates.map { TemplateSource(name: $0.name, file: $0.name, bytes: $0.bytes) }
    let set = TemplateSet(
      sources: sources, host: CaseHost.declarations, iterationLimit: 10_000, workLimit: 4_000_000)
    guard set.diagnostics.isEmpty else { return .refused(DiagnosticReport(set.diagnostics)) }
    var output: [UInt8] = []
    do throws(RenderFailure) {
      try set.render(
        templates[0].name, context: context, bindings: CaseHost.bindings, subject: "/page/", into: &output)
      return .rendered(output)
    } catch {
      return .refused(DiagnosticReport([error.diagnostic]))
    }
  }

  /// A report as people see it.
  package func text(_ report: DiagnosticReport) -> String {
    report.formatted(as: .text) { file in
      templates.first { $0.name == file }.map { SourceText(file: $0.name, bytes: $0.bytes) }
    }
  }
}

/// A host with a filter and a function, which the Python side has too.
package enum CaseHost {
  package static let declarations = HostDeclarations(
    filters: [CallableDeclaration("surround", [.init("with", standard: "*")])],
    functions: [
      CallableDeclaration(
        "greet", [.init("name"), .init("greeting", standard: "Hello")], acceptsKeywords: true)
    ])

  package static let bindings = HostBindings(
    declarations,
    filters: [
      "surround": { (arguments) throws(TemplateFailure) in
        guard case .text(let text) = arguments.input, case .text(let mark) = arguments[0] else {
          throw TemplateFailure("“surround” takes texts", remedy: "make it a text: “| string”")
        }
        return .string(mark.string + text.string + mark.string)
      }
    ],
    functions: [
      "greet": { (arguments) throws(TemplateFailure) in
        guard case .text(let name) = arguments[0], case .text(let greeting) = arguments[1] else {
          throw TemplateFailure("“greet” takes texts")
        }
        let more = arguments.keywords.map(\.name).joined(separator: ",")
        return .html("<b>\(greeting.string) \(name.string)\(more.isEmpty ? "" : " " + more)</b>")
      }
    ])
}
