extension Filter {
  static let selections: [Filter] = [
    Filter("map", isConstant: false, acceptsKeywords: true, acceptsMore: true) {
      (arguments, renderer, escaping) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        try map(arguments, &renderer, escaping: escaping)
      }
    },
    selection("select", keeps: true, byAttribute: false),
    selection("reject", keeps: false, byAttribute: false),
    selection("selectattr", keeps: true, byAttribute: true),
    selection("rejectattr", keeps: false, byAttribute: true),
  ]

  /// Whether a value counts as false, of which Jinja2 makes an empty list.
  private static func isEmpty(_ value: Value) throws(Interruption) -> Bool {
    if case .runtime(let value) = value, value is IteratorValue { return false }
    return try !value.isTrue()
  }

  private static func map(
    _ arguments: CallableArguments, _ renderer: inout Renderer, escaping: Bool
  ) throws(Interruption) -> [Value] {
    if try isEmpty(arguments.input) { return [] }
    let elements = try arguments.input.elements(&renderer)
    var result: [Value] = []
    result.reserveCapacity(elements.count)
    if arguments.more.isEmpty, let attribute = arguments.keywords.first(where: { $0.name == "attribute" }) {
      let standard = arguments.keywords.first { $0.name == "default" }?.value ?? .none
      if let other = arguments.keywords.first(where: { $0.name != "attribute" && $0.name != "default" }) {
        throw Interruption(.unknownArgument(other.name, of: "map", suggestion: nil))
      }
      let path = try AttributePath(attribute.value)
      for element in elements { result.append(try path.value(of: element, default: standard, &renderer)) }
      return result
    }
    guard let first = arguments.more.first else { throw Interruption(.missingArgument("filter", of: "map")) }
    let name = try first.requireText("“map”").string
    let call = CallArguments(positional: Array(arguments.more.dropFirst()), keywords: arguments.keywords)
    if let index = renderer.set.host.filters.firstIndex(where: { $0.name == name }) {
      let declaration = renderer.set.host.filters[index]
      for element in elements {
        result.append(try renderer.applyHostFilter(index, name, try declaration.bind(call, input: element)))
      }
      return result
    }
    guard let filter = named(name) else {
      throw Interruption(.unknownFilter(name, suggestion: nil, remedy: rejected[name]))
    }
    for element in elements {
      let bound = try filter.declaration.bind(call, input: element)
      result.append(try filter.apply(bound, &renderer, escaping: escaping))
    }
    return result
  }

  private static func selection(_ name: String, keeps: Bool, byAttribute: Bool) -> Filter {
    Filter(name, isConstant: false, acceptsKeywords: true, acceptsMore: true) { (arguments, renderer, _) in
      iterator(&renderer) { (renderer: inout Renderer) throws(Interruption) in
        if try isEmpty(arguments.input) { return [] }
        var more = arguments.more[...]
        var path: AttributePath?
        if byAttribute {
          guard let attribute = more.popFirst() else {
            throw Interruption(.missingArgument("attribute", of: name))
          }
          path = try AttributePath(attribute)
        }
        var test: Test?
        if let testName = more.popFirst() {
          let testName = try testName.requireText("“\(name)”").string
          guard let known = Test.named(testName) else {
            throw Interruption(.unknownTest(testName, suggestion: nil))
          }
          test = known
        }
        let call = CallArguments(positional: Array(more), keywords: arguments.keywords)
        var result: [Value] = []
        for element in try arguments.input.elements(&renderer) {
          let value = try path?.value(of: element, &renderer) ?? element
          let holds: Bool
          if let test {
            holds = try test.holds(try test.declaration.bind(call, input: value), &renderer)
          } else {
            holds = try value.isTrue()
          }
          if holds == keeps { result.append(element) }
        }
        return result
      }
    }
  }
}
