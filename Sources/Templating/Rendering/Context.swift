/// The variables of a template that is being rendered, by the number of their names, and its blocks.
///
/// Unchecked: belongs to one render and never leaves its thread.
final class Context: @unchecked Sendable {
  let template: Int
  var values: [Value?]
  /// The names that importers may use.
  var exported: Set<Int> = []
  /// For each block its versions, those of extending templates first.
  var blocks: [String: [BlockNode]]
  let escaping: Escaping

  /// Whether autoescape is on, as filters and macros see it; one for a context and those derived from it.
  final class Escaping: @unchecked Sendable {
    var isOn = true
  }

  init(template: Int, values: [Value?], blocks: [String: [BlockNode]], escaping: Escaping = Escaping()) {
    self.template = template
    self.values = values
    self.blocks = blocks
    self.escaping = escaping
  }

  /// A context of the same template with more variables, for a scoped block.
  func derived(_ locals: [(symbol: Int, value: Value)]) -> Context {
    Context(template: template, values: merged(locals), blocks: blocks, escaping: escaping)
  }

  func merged(_ locals: [(symbol: Int, value: Value)]) -> [Value?] {
    var values = values
    for (symbol, value) in locals { values[symbol] = value }
    return values
  }
}
