final class CallNode: ExpressionNode, @unchecked Sendable {
  private let callee: ExpressionNode
  private let arguments: ArgumentNodes

  init(_ callee: ExpressionNode, _ arguments: ArgumentNodes, _ place: SourceSpan) {
    self.callee = callee
    self.arguments = arguments
    super.init(place)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    try evaluate(&renderer, frame, caller: nil)
  }

  /// - Parameter caller: The body of a `call` block, which is given as a further argument.
  func evaluate(
    _ renderer: inout Renderer, _ frame: Frame, caller: MacroValue?
  ) throws(Interruption) -> Value {
    let value = try callee.evaluate(&renderer, frame)
    var call = try arguments.evaluate(&renderer, frame)
    do throws(Interruption) {
      if let caller {
        if call.keywords.contains(where: { $0.name == "caller" }) {
          throw Interruption(.repeatedArgument("caller", of: "call"))
        }
        call.keywords.append(("caller", .runtime(caller)))
      }
      switch value {
      case .runtime(let function): return try function.call(call, &renderer, frame.context)
      case .undefined(let undefined): throw Interruption(undefined: undefined)
      default: throw Interruption(.notCallable(value.typeName))
      }
    } catch {
      throw error.placed(at: place)
    }
  }
}
