/// `value | filter(arguments)`
final class FilterNode: ExpressionNode, @unchecked Sendable {
  private let input: ExpressionNode
  private let filter: Filter
  private let arguments: BoundArguments

  init(_ input: ExpressionNode, _ filter: Filter, _ arguments: ArgumentNodes, _ place: SourceSpan) {
    self.input = input
    self.filter = filter
    self.arguments = BoundArguments(filter.declaration, arguments)
    super.init(place, isConstant: filter.isConstant && input.isConstant && arguments.isConstant)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try input.evaluate(&renderer, frame)
    do throws(Interruption) {
      let arguments = try arguments.evaluate(input: value, &renderer, frame)
      return try filter.apply(arguments, &renderer, escaping: frame.context.escaping.isOn)
    } catch {
      throw error.placed(at: place)
    }
  }
}

/// `value | filter(arguments)` with a filter of the host.
final class HostFilterNode: ExpressionNode, @unchecked Sendable {
  private let input: ExpressionNode
  private let name: String
  private let index: Int
  private let arguments: BoundArguments

  init(
    _ input: ExpressionNode, _ declaration: CallableDeclaration, index: Int, _ arguments: ArgumentNodes,
    _ place: SourceSpan
  ) {
    self.input = input
    self.name = declaration.name
    self.index = index
    self.arguments = BoundArguments(declaration, arguments)
    super.init(place)
  }

  override func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> Value {
    let value = try input.evaluate(&renderer, frame)
    do throws(Interruption) {
      let arguments = try arguments.evaluate(input: value, &renderer, frame)
      return try renderer.applyHostFilter(index, name, arguments)
    } catch {
      throw error.placed(at: place)
    }
  }
}

extension Renderer {
  mutating func applyHostFilter(_ index: Int, _ name: String, _ arguments: CallableArguments)
    throws(Interruption)
    -> Value
  {
    if case .undefined(let undefined) = arguments.input { throw Interruption(undefined: undefined) }
    try spend(onHost: arguments)
    guard let bindings, let implementation = bindings.filters[index] else {
      throw Interruption(.host(TemplateFailure("the filter “\(name)” is not available here")))
    }
    do throws(TemplateFailure) {
      return try implementation(arguments)
    } catch {
      throw Interruption(.host(error))
    }
  }
}

/// The arguments of a filter or test, given to its parameters when the template is compiled where that can be.
struct BoundArguments: Sendable {
  private enum Source: Sendable {
    case node(ExpressionNode)
    case value(Value)
  }

  private let declaration: CallableDeclaration
  private let nodes: ArgumentNodes
  /// One for each parameter; `nil` where only the call can tell.
  private let sources: [Source]?
  /// The arguments themselves, where none is left to compute.
  private let fixed: [Value]?

  init(_ declaration: CallableDeclaration, _ nodes: ArgumentNodes) {
    self.declaration = declaration
    self.nodes = nodes
    var sources: [Source] = []
    var isKnown =
      nodes.rest == nil && nodes.keywordRest == nil && !declaration.acceptsKeywords
      && !declaration.acceptsMore
      && nodes.positional.count <= declaration.parameters.count
    for (index, parameter) in declaration.parameters.enumerated() {
      if index < nodes.positional.count {
        sources.append(.node(nodes.positional[index]))
      } else if let keyword = nodes.keywords.first(where: { $0.name == parameter.name }) {
        sources.append(.node(keyword.value))
      } else if let standard = parameter.standard {
        sources.append(.value(standard))
      } else {
        isKnown = false
      }
    }
    self.sources = isKnown ? sources : nil
    var values: [Value] = []
    for case .value(let value) in sources { values.append(value) }
    fixed = isKnown && values.count == declaration.parameters.count ? values : nil
  }

  @inline(__always)
  func evaluate(
    input: Value, _ renderer: inout Renderer, _ frame: Frame
  ) throws(Interruption) -> CallableArguments {
    if let fixed { return CallableArguments(input: input, values: fixed) }
    guard let sources else { return try declaration.bind(try nodes.evaluate(&renderer, frame), input: input) }
    var values: [Value] = []
    values.reserveCapacity(sources.count)
    for source in sources {
      switch source {
      case .node(let node): values.append(try node.evaluate(&renderer, frame))
      case .value(let value): values.append(value)
      }
    }
    return CallableArguments(input: input, values: values)
  }
}
