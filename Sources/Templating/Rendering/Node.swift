/// An expression that can be computed, with its names resolved to slots.
class ExpressionNode: @unchecked Sendable {
  let place: SourceSpan
  /// Whether Jinja2 computes the expression when it compiles the template.
  let isConstant: Bool

  init(_ place: SourceSpan, isConstant: Bool = false) {
    self.place = place
    self.isConstant = isConstant
  }

  func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value { .none }

  /// Prints the value.
  func write(_ renderer: inout Renderer, _ frame: Frame, escaping: Bool) throws(Interruption) {
    let value = try evaluate(&renderer, frame)
    do throws(Interruption) {
      try renderer.write(value, escaping: escaping)
    } catch {
      throw error.placed(at: place)
    }
  }

  /// Whether the value counts as true.
  func isTrue(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Bool {
    let value = try evaluate(&renderer, frame)
    if case .boolean(let isTrue) = value { return isTrue }
    do throws(Interruption) {
      return try value.isTrue()
    } catch {
      throw error.placed(at: place)
    }
  }

  func interruption(_ problem: TemplateProblem) -> Interruption { Interruption(problem, at: place) }
}

/// A statement that can be run.
class StatementNode: @unchecked Sendable {
  func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {}
}

extension [StatementNode] {
  @inline(__always)
  func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    for statement in self { try statement.run(&renderer, frame) }
  }
}
