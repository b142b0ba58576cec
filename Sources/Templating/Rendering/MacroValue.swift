/// The code of a macro or of the body of a `call`.
struct MacroCode: Sendable {
  struct Parameter: Sendable {
    let name: String
    let slot: Int
    let standard: ExpressionNode?
  }

  let name: String?
  let parameters: [Parameter]
  /// Where `caller`, `kwargs` and `varargs` go, if the body uses them.
  let callerSlot: Int?
  let keywordsSlot: Int?
  let restSlot: Int?
  let slotCount: Int
  let entry: ScopeEntry
  let body: [StatementNode]
  let place: SourceSpan
  /// How long the macro is in the template, in bytes.
  let length: Int
}

/// A macro with the variables around it.
final class MacroValue: RuntimeValue, @unchecked Sendable {
  private let code: MacroCode
  private let frame: Frame

  init(_ code: MacroCode, _ frame: Frame) {
    self.code = code
    self.frame = frame
  }

  private var label: String { code.name ?? "caller" }

  override var kind: String { code.name.map { "the macro “\($0)”" } ?? "the body of a call" }
  override var printingRemedy: String? { "call it: \(label)(…)" }
  override var isCallable: Bool { true }
  override var attributeNames: [String] { ["arguments", "caller", "catch_kwargs", "catch_varargs", "name"] }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    switch name {
    case "name": code.name.map { .string($0) } ?? Value.none
    case "arguments": .tuple(code.parameters.map { .string($0.name) })
    case "catch_kwargs": .boolean(code.keywordsSlot != nil)
    case "catch_varargs": .boolean(code.restSlot != nil)
    case "caller": .boolean(code.callerSlot != nil)
    default: nil
    }
  }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    let frame = Frame(slotCount: code.slotCount, parent: frame, context: frame.context)
    try bind(call, to: frame)
    for value in call.positional { try renderer.checkDepth(value) }
    for (_, value) in call.keywords { try renderer.checkDepth(value) }
    try renderer.open(length: code.length)
    defer { renderer.close() }
    let bytes: [UInt8]
    do throws(Interruption) {
      bytes = try renderer.capture { (renderer: inout Renderer) throws(Interruption) in
        code.entry.enter(frame)
        for parameter in code.parameters where frame.slots[parameter.slot] == nil {
          frame.slots[parameter.slot] =
            try parameter.standard?.evaluate(&renderer, frame)
            ?? .undefined(Undefined(.reason("the parameter “\(parameter.name)” was not given")))
        }
        try code.body.run(&renderer, frame)
      }
    } catch {
      throw error.reached(
        code.name.map { "in the macro “\($0)”" } ?? "in the body of this call", from: code.place)
    }
    return .text(Text(utf8: bytes, isSafe: caller.escaping.isOn))
  }

  private func bind(_ call: CallArguments, to frame: Frame) throws(Interruption) {
    var keywords = call.keywords
    for (index, parameter) in code.parameters.enumerated() {
      if index < call.positional.count {
        frame.slots[parameter.slot] = call.positional[index]
      } else if let position = keywords.firstIndex(where: { $0.name == parameter.name }) {
        frame.slots[parameter.slot] = keywords.remove(at: position).value
      }
    }
    if let slot = code.callerSlot {
      if let position = keywords.firstIndex(where: { $0.name == "caller" }) {
        frame.slots[slot] = keywords.remove(at: position).value
      } else {
        frame.slots[slot] = .undefined(
          Undefined(.reason("“\(label)” was not called with {% call %}, so that there is no “caller”")))
      }
    }
    if let slot = code.keywordsSlot {
      frame.slots[slot] = .map(ValueMap(keywords.map { ($0.name, $0.value) }))
    } else if let keyword = keywords.first {
      if code.parameters.contains(where: { $0.name == keyword.name }) {
        throw Interruption(.repeatedArgument(keyword.name, of: label))
      }
      throw Interruption(
        CallableDeclaration(label, code.parameters.map { .init($0.name) }).unknownArgument(keyword.name))
    }
    if let slot = code.restSlot {
      frame.slots[slot] = .tuple(Array(call.positional.dropFirst(code.parameters.count)))
    } else if call.positional.count > code.parameters.count {
      throw Interruption(.tooManyArguments(label, limit: code.parameters.count))
    }
  }
}
