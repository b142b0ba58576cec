/// The base of the values that exist only while a template is rendered, each a class of its own.
///
/// Unchecked: such a value belongs to one render and never leaves its thread.
package class RuntimeValue: @unchecked Sendable {
  init() {}

  /// What it is, for messages: “a macro”.
  var kind: String { "a value" }

  /// What to do instead of printing it.
  var printingRemedy: String? { nil }

  /// Its elements, where it can be iterated.
  func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value]? { nil }

  /// The values that it keeps, for the limit on how many may be within each other.
  var contents: [Value] { [] }

  /// Its number of elements, where Python's `len` has one.
  var length: Int? { nil }

  /// An attribute, or `nil` where it has none of the name.
  func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? { nil }

  var attributeNames: [String] { [] }

  /// Whether it can be called.
  var isCallable: Bool { false }

  /// Whether it is the same for all pages and keeps nothing.
  var isConstant: Bool { false }

  func call(_ call: CallArguments, _ renderer: inout Renderer, _ caller: Context) throws(Interruption)
    -> Value
  {
    throw Interruption(.notCallable(kind))
  }
}
