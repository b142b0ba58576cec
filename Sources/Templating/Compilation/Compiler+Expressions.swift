import Diagnostics

extension Compiler {
  func compile(_ expression: Expression, _ place: CodePlace) -> ExpressionNode {
    compile(expression, place, bodySlot: nil)
  }

  /// - Parameter bodySlot: Where a filter without a subject finds the body of its statement.
  func compile(_ expression: Expression, _ place: CodePlace, bodySlot: Int?) -> ExpressionNode {
    var parts: [(node: ExpressionNode, range: Range<Int>)] = []
    let result = build(expression, place, bodySlot: bodySlot) { part in
      let node = self.compile(part, place, bodySlot: bodySlot)
      parts.append((node, part.range))
      return node
    }
    if !result.isConstant { parts.forEach(checkFinite) }
    return result
  }

  /// Refuses what Jinja2 computes when it compiles the template, but then cannot write into its code.
  func checkFinite(_ node: ExpressionNode, _ range: Range<Int>) {
    if case .float(let value)? = constant(node), !value.isFinite { report(.floatTooLarge, range) }
  }

  private func build(
    _ expression: Expression, _ place: CodePlace, bodySlot: Int?, node: (Expression) -> ExpressionNode
  ) -> ExpressionNode {
    let at = span(expression.range)
    switch expression.kind {
    case .constant(let value): return ConstantNode(value, at)
    case .name(let name):
      // Jinja2 has this function. Whoever asks for it would be told that it is undefined.
      if name == "lipsum" { checkFunction(name, expression.range) }
      guard let variable = place.scope.find(name) else {
        report(.unresolvableName(name), expression.range)
        return ConstantNode(.none, at)
      }
      return NameNode(name, reference(variable, from: place.scope.unit), at)
    case .list(let elements): return ListNode(elements.map(node), isTuple: false, at)
    case .tuple(let elements): return ListNode(elements.map(node), isTuple: true, at)
    case .map(let entries): return MapNode(entries.map { (key: node($0.key), value: node($0.value)) }, at)
    case .attribute(let owner, let name):
      let attribute = AttributeName(name.name, of: owner.path, at: span(name.range))
      return AttributeNode(node(owner), attribute, at)
    case .item(let owner, let key): return ItemNode(node(owner), node(key), at)
    case .slice(let owner, let start, let stop, let step):
      return SliceNode(node(owner), start.map(node), stop.map(node), step.map(node), at)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind {
        checkFunction(name, callee.range)
        if let declaration = hostFunction(name) {
          declaration.problems(of: arguments, at: callee.range).forEach(report)
          note(callOf: name, arguments, expression.range)
        }
      }
      return CallNode(node(callee), compile(arguments, node), at)
    case .filter(let subject, let name, let arguments):
      let input = subject.map(node) ?? NameNode("", SlotReference(hops: 0, slot: bodySlot ?? 0), at)
      return compileFilter(name, input, arguments, compile(arguments, node))
    case .test(let subject, let name, let arguments):
      return compileTest(name, node(subject), arguments, compile(arguments, node))
    case .not(let operand): return NotNode(node(operand), at)
    case .negate(let operand): return SignNode(node(operand), isNegative: true, at)
    case .plus(let operand): return SignNode(node(operand), isNegative: false, at)
    case .and(let left, let right): return compileLogic(node(left), node(right), isAnd: true, at)
    case .or(let left, let right): return compileLogic(node(left), node(right), isAnd: false, at)
    case .arithmetic(let operation, let left, let right):
      return compileArithmetic(operation, node(left), node(right), at)
    case .concatenate(let parts):
      let nodes = parts.map(node)
      // Jinja2 joins constants while it compiles, and then forgets which were safe.
      return ConcatenationNode(
        nodes, escapes: place.escaping && !nodes.allSatisfy { constant($0) != nil }, at)
    case .compare(let first, let rest):
      return ComparisonNode(node(first), rest.map { ($0.0, node($0.1)) }, at)
    case .conditional(let test, let then, let otherwise):
      let (test, then, otherwise) = (node(test), node(then), otherwise.map(node))
      var isConstant = false
      if let value = constant(test), let holds = try? value.isTrue() {
        isConstant = holds ? then.isConstant : otherwise?.isConstant ?? false
      }
      return ConditionalNode(test, then, otherwise, isConstant: isConstant, at)
    }
  }

  private func compileArithmetic(
    _ operation: Expression.Arithmetic, _ left: ExpressionNode, _ right: ExpressionNode, _ at: SourceSpan
  ) -> ExpressionNode {
    // Jinja2 writes a negative constant into its code without parentheses, where Python then takes the power
    // first and the sign last.
    if operation == .power, !right.isConstant, let value = constant(left), let base = Number(value),
      base.double.sign == .minus, let magnitude = try? Number.negate(base)
    {
      let power = ArithmeticNode(.power, ConstantNode(magnitude.value, left.place), right, at)
      return SignNode(power, isNegative: true, at)
    }
    return ArithmeticNode(operation, left, right, at)
  }

  private func compileLogic(
    _ left: ExpressionNode, _ right: ExpressionNode, isAnd: Bool, _ at: SourceSpan
  ) -> ExpressionNode {
    var isConstant = false
    if let value = constant(left), let holds = try? value.isTrue() {
      isConstant = holds != isAnd || right.isConstant
    }
    return LogicNode(left, right, isAnd: isAnd, isConstant: isConstant, at)
  }

  /// The value of an expression that Jinja2 computes when it compiles the template.
  private func constant(_ node: ExpressionNode) -> Value? {
    guard node.isConstant else { return nil }
    let set = CompiledSet(templates: [], indices: [:], symbols: [], baseValues: [], host: host)
    var renderer = Renderer(set: set, bindings: nil, output: [])
    renderer.work = work
    defer { work = renderer.work }
    let frame = Frame(slotCount: 0, parent: nil, context: Context(template: 0, values: [], blocks: [:]))
    do throws(Interruption) {
      return try node.evaluate(&renderer, frame)
    } catch {
      if case .limit(.work) = error.problem { report(error.problem, node.place.range) }
      return nil
    }
  }

  private func compile(_ arguments: Arguments, _ node: (Expression) -> ExpressionNode) -> ArgumentNodes {
    ArgumentNodes(
      positional: arguments.positional.map(node),
      keywords: arguments.keywords.map { ($0.name.name, node($0.value)) },
      rest: arguments.rest.map(node), keywordRest: arguments.keywordRest.map(node))
  }

  private func compileFilter(
    _ name: NameReference, _ input: ExpressionNode, _ arguments: Arguments, _ nodes: ArgumentNodes
  ) -> ExpressionNode {
    if let index = host.filters.firstIndex(where: { $0.name == name.name }) {
      let declaration = host.filters[index]
      declaration.problems(of: arguments, at: name.range).forEach(report)
      return HostFilterNode(input, declaration, index: index, nodes, span(name.range))
    }
    guard let filter = Filter.named(name.name) else {
      report(
        .unknownFilter(
          name.name, suggestion: Suggestion.nearest(to: name.name, in: filterNames),
          remedy: Filter.rejected[name.name]), name.range)
      return ConstantNode(.none, span(name.range))
    }
    filter.declaration.problems(of: arguments, at: name.range).forEach(report)
    checkNamedCallables(in: filter, arguments)
    return FilterNode(input, filter, nodes, span(name.range))
  }

  var filterNames: [String] { Filter.all.keys + host.filters.map(\.name) }

  private func compileTest(
    _ name: NameReference, _ input: ExpressionNode, _ arguments: Arguments, _ nodes: ArgumentNodes
  ) -> ExpressionNode {
    guard let test = Test.named(name.name) else {
      report(
        .unknownTest(name.name, suggestion: Suggestion.nearest(to: name.name, in: Test.all.keys)), name.range)
      return ConstantNode(.none, span(name.range))
    }
    test.declaration.problems(of: arguments, at: name.range).forEach(report)
    return TestNode(input, test, nodes, span(name.range))
  }

  /// Filters and tests that a filter is given by name (`map("upper")`, `select("odd")`).
  private func checkNamedCallables(in filter: Filter, _ arguments: Arguments) {
    let position: Int
    switch filter.declaration.name {
    case "map", "select", "reject": position = 0
    case "selectattr", "rejectattr": position = 1
    default: return
    }
    guard arguments.positional.indices.contains(position),
      case .constant(.text(let text)) = arguments.positional[position].kind
    else { return }
    let (name, range) = (text.string, arguments.positional[position].range)
    if filter.declaration.name == "map" {
      if !filterNames.contains(name) {
        report(
          .unknownFilter(
            name, suggestion: Suggestion.nearest(to: name, in: filterNames), remedy: Filter.rejected[name]),
          range)
      }
    } else if Test.named(name) == nil {
      report(.unknownTest(name, suggestion: Suggestion.nearest(to: name, in: Test.all.keys)), range)
    }
  }
}
