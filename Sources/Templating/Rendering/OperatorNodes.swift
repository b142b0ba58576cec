final class NotNode: ExpressionNode, @unchecked Sendable {
  private let operand: ExpressionNode

  init(_ operand: ExpressionNode, _ place: SourceSpan) {
    self.operand = operand
    super.init(place, isConstant: operand.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    .boolean(try !operand.isTrue(&renderer, frame))
  }

  override func isTrue(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Bool {
    try !operand.isTrue(&renderer, frame)
  }
}

/// `-value` and `+value`.
final class SignNode: ExpressionNode, @unchecked Sendable {
  private let operand: ExpressionNode
  private let isNegative: Bool

  init(_ operand: ExpressionNode, isNegative: Bool, _ place: SourceSpan) {
    self.operand = operand
    self.isNegative = isNegative
    super.init(place, isConstant: operand.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try operand.evaluate(&renderer, frame)
    do throws(Interruption) {
      if case .undefined(let undefined) = value { throw Interruption(undefined: undefined) }
      guard let number = Number(value) else {
        throw Interruption(.wrongType(value.typeName, for: isNegative ? "“-”" : "“+”", expected: "a number"))
      }
      return (isNegative ? try Number.negate(number) : number).value
    } catch {
      throw error.placed(at: place)
    }
  }
}

/// `and` and `or`, which give one of their operands.
final class LogicNode: ExpressionNode, @unchecked Sendable {
  private let left: ExpressionNode
  private let right: ExpressionNode
  private let isAnd: Bool

  init(_ left: ExpressionNode, _ right: ExpressionNode, isAnd: Bool, isConstant: Bool, _ place: SourceSpan) {
    self.left = left
    self.right = right
    self.isAnd = isAnd
    super.init(place, isConstant: isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try left.evaluate(&renderer, frame)
    do throws(Interruption) {
      if try value.isTrue() != isAnd { return value }
    } catch {
      throw error.placed(at: left.place)
    }
    return try right.evaluate(&renderer, frame)
  }

  override func isTrue(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Bool {
    if try left.isTrue(&renderer, frame) != isAnd { return !isAnd }
    return try right.isTrue(&renderer, frame)
  }
}

final class ConditionalNode: ExpressionNode, @unchecked Sendable {
  private let test: ExpressionNode
  private let then: ExpressionNode
  private let otherwise: ExpressionNode?

  init(
    _ test: ExpressionNode, _ then: ExpressionNode, _ otherwise: ExpressionNode?, isConstant: Bool,
    _ place: SourceSpan
  ) {
    self.test = test
    self.then = then
    self.otherwise = otherwise
    super.init(place, isConstant: isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    if try test.isTrue(&renderer, frame) { return try then.evaluate(&renderer, frame) }
    if let otherwise { return try otherwise.evaluate(&renderer, frame) }
    return .undefined(Undefined(.missingElse))
  }

  override func write(_ renderer: inout Renderer, _ frame: Frame, escaping: Bool) throws(Interruption) {
    if try test.isTrue(&renderer, frame) { return try then.write(&renderer, frame, escaping: escaping) }
    if let otherwise { return try otherwise.write(&renderer, frame, escaping: escaping) }
  }
}

final class ArithmeticNode: ExpressionNode, @unchecked Sendable {
  private let operation: Expression.Arithmetic
  private let left: ExpressionNode
  private let right: ExpressionNode

  init(
    _ operation: Expression.Arithmetic, _ left: ExpressionNode, _ right: ExpressionNode, _ place: SourceSpan
  ) {
    self.operation = operation
    self.left = left
    self.right = right
    super.init(place, isConstant: left.isConstant && right.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let left = try left.evaluate(&renderer, frame)
    let right = try right.evaluate(&renderer, frame)
    do throws(Interruption) {
      return try Arithmetic.compute(operation, left, right, &renderer.work)
    } catch {
      throw error.placed(at: place)
    }
  }
}

/// `~`: the operands as texts, one after the other.
final class ConcatenationNode: ExpressionNode, @unchecked Sendable {
  private let parts: [ExpressionNode]
  /// Whether safe texts make the whole safe. Where Jinja2 computes the expression while it compiles the
  /// template, they do not.
  private let escapes: Bool

  init(_ parts: [ExpressionNode], escapes: Bool, _ place: SourceSpan) {
    self.parts = parts
    self.escapes = escapes
    super.init(place, isConstant: parts.allSatisfy(\.isConstant))
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    var texts: [Text] = []
    texts.reserveCapacity(parts.count)
    var isSafe = false
    for part in parts {
      let value = try part.evaluate(&renderer, frame)
      do throws(Interruption) {
        let text = try value.text(&renderer.work)
        if text.isSafe { isSafe = true }
        texts.append(text)
      } catch {
        throw error.placed(at: part.place)
      }
    }
    isSafe = isSafe && escapes
    var bytes: [UInt8] = []
    do throws(Interruption) {
      for text in texts {
        if isSafe, !text.isSafe { HTMLEscaping.append(text.bytes, to: &bytes) } else { bytes += text.bytes }
        if bytes.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
      }
      try renderer.work.spend(bytes.count &* 4)
    } catch {
      throw error.placed(at: place)
    }
    return .text(Text(utf8: bytes, isSafe: isSafe))
  }
}

final class ComparisonNode: ExpressionNode, @unchecked Sendable {
  private let first: ExpressionNode
  private let rest: [(comparison: Expression.Comparison, operand: ExpressionNode)]

  init(_ first: ExpressionNode, _ rest: [(Expression.Comparison, ExpressionNode)], _ place: SourceSpan) {
    self.first = first
    self.rest = rest.map { (comparison: $0.0, operand: $0.1) }
    super.init(place, isConstant: first.isConstant && rest.allSatisfy { $0.1.isConstant })
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    .boolean(try isTrue(&renderer, frame))
  }

  override func isTrue(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Bool {
    var left = try first.evaluate(&renderer, frame)
    for (comparison, operand) in rest {
      let right = try operand.evaluate(&renderer, frame)
      do throws(Interruption) {
        if try !Self.holds(comparison, left, right, &renderer) { return false }
      } catch {
        throw error.placed(at: place)
      }
      left = right
    }
    return true
  }

  static func holds(
    _ comparison: Expression.Comparison, _ left: Value, _ right: Value, _ renderer: inout Renderer
  ) throws(Interruption) -> Bool {
    switch comparison {
    case .equal: try left.isEqual(to: right, &renderer.work)
    case .notEqual: try !left.isEqual(to: right, &renderer.work)
    case .less: try left.compare(to: right, "<", &renderer.work) == .less
    case .greater: try left.compare(to: right, ">", &renderer.work) == .greater
    case .lessOrEqual: try [.less, .equal].contains(left.compare(to: right, "<=", &renderer.work))
    case .greaterOrEqual: try [.greater, .equal].contains(left.compare(to: right, ">=", &renderer.work))
    case .isIn: try right.contains(left, &renderer)
    case .isNotIn: try !right.contains(left, &renderer)
    }
  }
}
