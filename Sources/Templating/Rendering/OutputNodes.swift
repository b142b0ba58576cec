/// What stands outside of tags.
final class DataNode: StatementNode, @unchecked Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    renderer.output.append(contentsOf: bytes)
  }
}

/// `{{ expression }}`
final class OutputNode: StatementNode, @unchecked Sendable {
  private let expression: ExpressionNode
  private let escaping: Bool

  init(_ expression: ExpressionNode, escaping: Bool) {
    self.expression = expression
    self.escaping = escaping
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    try expression.write(&renderer, frame, escaping: escaping)
  }
}

/// What is only printed as long as the template has not been found to extend another.
final class UnlessExtendedNode: StatementNode, @unchecked Sendable {
  private let parentSlot: SlotReference
  private let statement: StatementNode

  init(_ parentSlot: SlotReference, _ statement: StatementNode) {
    self.parentSlot = parentSlot
    self.statement = statement
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    if parentSlot.value(frame) == nil { try statement.run(&renderer, frame) }
  }
}

/// Prints what a call gives as it is, without escaping: the `call` and `filter` statements.
enum RawOutput {
  static func write(_ value: Value, _ renderer: inout Renderer, at place: SourceSpan) throws(Interruption) {
    guard case .text(let text) = value else {
      if case .undefined(let undefined) = value { throw Interruption(undefined: undefined).placed(at: place) }
      throw Interruption(.wrongType(value.typeName, for: "this statement", expected: "a text"), at: place)
    }
    renderer.output.append(contentsOf: text.bytes)
  }
}

/// `{% filter name %}`
final class FilterBlockNode: StatementNode, @unchecked Sendable {
  private let filter: ExpressionNode
  private let bodySlot: Int
  private let entry: ScopeEntry
  private let body: [StatementNode]
  private let escaping: Bool

  /// - Parameter bodySlot: Where the filter finds the body.
  init(_ filter: ExpressionNode, bodySlot: Int, _ entry: ScopeEntry, _ body: [StatementNode], escaping: Bool)
  {
    self.filter = filter
    self.bodySlot = bodySlot
    self.entry = entry
    self.body = body
    self.escaping = escaping
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    entry.enter(frame)
    let bytes = try renderer.capture { (renderer: inout Renderer) throws(Interruption) in
      try body.run(&renderer, frame)
    }
    frame.slots[bodySlot] = .text(Text(utf8: bytes, isSafe: escaping))
    let value = try filter.evaluate(&renderer, frame)
    frame.slots[bodySlot] = nil
    try RawOutput.write(value, &renderer, at: filter.place)
    entry.leave(frame)
  }
}

/// `{% call macro() %}`
final class CallBlockNode: StatementNode, @unchecked Sendable {
  private let call: CallNode
  private let code: MacroCode

  init(_ call: CallNode, _ code: MacroCode) {
    self.call = call
    self.code = code
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    let value = try call.evaluate(&renderer, frame, caller: MacroValue(code, frame))
    try RawOutput.write(value, &renderer, at: call.place)
  }
}

/// `{% autoescape %}`: what filters and macros see; what is printed was decided when the template was read.
final class AutoescapeNode: StatementNode, @unchecked Sendable {
  private let escaping: Bool
  private let entry: ScopeEntry
  private let body: [StatementNode]

  init(_ escaping: Bool, _ entry: ScopeEntry, _ body: [StatementNode]) {
    self.escaping = escaping
    self.entry = entry
    self.body = body
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    entry.enter(frame)
    let before = frame.context.escaping.isOn
    frame.context.escaping.isOn = escaping
    try body.run(&renderer, frame)
    frame.context.escaping.isOn = before
    entry.leave(frame)
  }
}
