/// Where an assigned value goes.
indirect enum TargetCode: Sendable {
  /// - Parameter symbol: The variable of the whole template that it also is, at the top level.
  case name(SlotReference, symbol: Int?, isExported: Bool)
  case attribute(ExpressionNode, String)
  case tuple([TargetCode], SourceSpan)

  func assign(_ value: Value, _ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    switch self {
    case .name(let reference, nil, _): reference.set(value, frame)
    case .name(let reference, let symbol?, let isExported):
      reference.set(value, frame)
      frame.context.values[symbol] = value
      if isExported { frame.context.exported.insert(symbol) }
    case .attribute(let owner, let name):
      guard case .runtime(let namespace as NamespaceValue) = try owner.evaluate(&renderer, frame) else {
        throw owner.interruption(
          .invalidValue(
            "only attributes of a namespace can be assigned", remedy: "make one: {% set ns = namespace() %}"))
      }
      namespace.set(name, value)
    case .tuple(let targets, let place):
      do throws(Interruption) {
        let elements = try value.elements(&renderer)
        guard elements.count == targets.count else {
          throw Interruption(.wrongUnpacking(count: elements.count, expected: targets.count))
        }
        for (target, element) in zip(targets, elements) { try target.assign(element, &renderer, frame) }
      } catch {
        throw error.placed(at: place)
      }
    }
  }

  /// Whether the namespaces of which attributes are assigned are such, which is asked before.
  func check(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    switch self {
    case .name: break
    case .attribute(let owner, _):
      let value = try owner.evaluate(&renderer, frame)
      if case .runtime(_ as NamespaceValue) = value { return }
      throw owner.interruption(
        .invalidValue(
          "only attributes of a namespace can be assigned", remedy: "make one: {% set ns = namespace() %}"))
    case .tuple(let targets, _): for target in targets { try target.check(&renderer, frame) }
    }
  }
}

/// `{% set name = value %}`
final class SetNode: StatementNode, @unchecked Sendable {
  private let target: TargetCode
  private let value: ExpressionNode

  init(_ target: TargetCode, _ value: ExpressionNode) {
    self.target = target
    self.value = value
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    try target.check(&renderer, frame)
    let value = try value.evaluate(&renderer, frame)
    do throws(Interruption) {
      try renderer.checkDepth(value)
    } catch {
      throw error.placed(at: self.value.place)
    }
    try target.assign(value, &renderer, frame)
  }
}

/// `{% set name %}…{% endset %}`
final class SetBlockNode: StatementNode, @unchecked Sendable {
  private let target: TargetCode
  private let filter: ExpressionNode?
  private let bodySlot: Int
  private let entry: ScopeEntry
  private let body: [StatementNode]
  private let escaping: Bool

  /// - Parameter bodySlot: Where the filter finds the body.
  init(
    _ target: TargetCode, filter: ExpressionNode?, bodySlot: Int, _ entry: ScopeEntry,
    _ body: [StatementNode],
    escaping: Bool
  ) {
    self.target = target
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
    let isSafe = frame.context.escaping.isOn
    var value = Value.text(Text(utf8: bytes, isSafe: isSafe))
    if let filter {
      frame.slots[bodySlot] = .text(Text(utf8: bytes, isSafe: escaping))
      value = try filter.evaluate(&renderer, frame)
      frame.slots[bodySlot] = nil
      if isSafe {
        do throws(Interruption) {
          value = .text(try value.text(&renderer.work).markedSafe)
        } catch {
          throw error.placed(at: filter.place)
        }
      }
    }
    try target.assign(value, &renderer, frame)
    entry.leave(frame)
  }
}

/// `{% macro name() %}`
final class MacroNode: StatementNode, @unchecked Sendable {
  private let target: TargetCode
  private let code: MacroCode

  init(_ target: TargetCode, _ code: MacroCode) {
    self.target = target
    self.code = code
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    renderer.breakLater(frame)
    try target.assign(.runtime(MacroValue(code, frame)), &renderer, frame)
  }
}
