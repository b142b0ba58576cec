import Diagnostics

/// All templates as they are rendered, with the names of all their variables numbered.
final class CompiledSet: @unchecked Sendable {
  let templates: [TemplateCode]
  let indices: [String: Int]
  /// The names of variables, by their numbers.
  let symbols: [String]
  let symbolNumbers: [String: Int]
  /// The variables that every template sees: the functions.
  let baseValues: [Value?]
  let host: HostDeclarations
  /// The calls of the host's functions, in the order of the templates.
  let hostCalls: [HostCall]

  struct HostCall {
    let function: String
    let argument: [Templating.HostCall.KnownText]
    let span: SourceSpan
  }

  init(
    templates: [TemplateCode], indices: [String: Int], symbols: [String], baseValues: [Value?],
    host: HostDeclarations, hostCalls: [HostCall] = []
  ) {
    self.templates = templates
    self.indices = indices
    self.symbols = symbols
    symbolNumbers = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1, $0) })
    self.baseValues = baseValues
    self.host = host
    self.hostCalls = hostCalls
  }

  func unknownTemplate(_ name: String) -> TemplateProblem {
    .unknownTemplate(name, suggestion: Suggestion.nearest(to: name, in: indices.keys))
  }
}
