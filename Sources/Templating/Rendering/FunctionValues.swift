/// A function of the host.
final class HostFunction: RuntimeValue, @unchecked Sendable {
  private let declaration: CallableDeclaration
  private let index: Int

  init(_ declaration: CallableDeclaration, index: Int) {
    self.declaration = declaration
    self.index = index
  }

  override var kind: String { "the function “\(declaration.name)”" }
  override var isConstant: Bool { true }
  override var printingRemedy: String? { "call it: \(declaration.name)(…)" }
  override var isCallable: Bool { true }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    let arguments = try declaration.bind(call)
    try renderer.spend(onHost: arguments)
    guard let bindings = renderer.bindings, let implementation = bindings.functions[index] else {
      throw Interruption(.host(TemplateFailure("the function “\(declaration.name)” is not available here")))
    }
    do throws(TemplateFailure) {
      return try implementation(arguments)
    } catch {
      throw Interruption(.host(error))
    }
  }
}

/// A function of the language: `range`, `namespace` and so on.
final class BuiltInFunction: RuntimeValue, @unchecked Sendable {
  enum Name: String, CaseIterable {
    case range
    case dict
    case namespace
    case cycler
    case joiner
  }

  private let name: Name

  init(_ name: Name) { self.name = name }

  override var kind: String { "the function “\(name.rawValue)”" }
  override var isConstant: Bool { true }
  override var printingRemedy: String? { "call it: \(name.rawValue)(…)" }
  override var isCallable: Bool { true }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    switch name {
    case .range: return .runtime(try Self.range(call))
    case .dict:
      var builder = ValueMap.Builder()
      try Self.fill(&builder, call, &renderer, name.rawValue)
      return .map(builder.map)
    case .namespace:
      var builder = ValueMap.Builder()
      try Self.fill(&builder, call, &renderer, name.rawValue)
      // It is kept until the page is done.
      try renderer.work.spend(Work.call)
      let namespace = NamespaceValue(builder.map)
      renderer.breakLater(namespace)
      return .runtime(namespace)
    case .cycler:
      if let keyword = call.keywords.first {
        throw Interruption(.unknownArgument(keyword.name, of: "cycler", suggestion: nil))
      }
      guard !call.positional.isEmpty else { throw Interruption(.missingArgument("items", of: "cycler")) }
      return .runtime(CyclerValue(call.positional))
    case .joiner:
      let declaration = CallableDeclaration("joiner", [.init("sep", standard: ", ")])
      return .runtime(JoinerValue(try declaration.bind(call)[0]))
    }
  }

  private static func range(_ call: CallArguments) throws(Interruption) -> RangeValue {
    if let keyword = call.keywords.first {
      throw Interruption(.unknownArgument(keyword.name, of: "range", suggestion: nil))
    }
    var numbers: [Int] = []
    for value in call.positional {
      if case .undefined(let undefined) = value { throw Interruption(undefined: undefined) }
      guard let number = value.index else {
        throw Interruption(.wrongType(value.typeName, for: "“range”", expected: "an integer"))
      }
      numbers.append(number)
    }
    switch numbers.count {
    case 0: throw Interruption(.missingArgument("stop", of: "range"))
    case 1: return try RangeValue(start: 0, stop: numbers[0], step: 1)
    case 2: return try RangeValue(start: numbers[0], stop: numbers[1], step: 1)
    case 3:
      if numbers[2] == 0 { throw Interruption(.invalidValue("the step of a range is 0", remedy: nil)) }
      return try RangeValue(start: numbers[0], stop: numbers[1], step: numbers[2])
    default: throw Interruption(.tooManyArguments("range", limit: 3))
    }
  }

  /// What Python's `dict(…)` takes: a map or pairs, and named values.
  private static func fill(
    _ builder: inout ValueMap.Builder, _ call: CallArguments, _ renderer: inout Renderer, _ name: String
  ) throws(Interruption) {
    if call.positional.count > 1 { throw Interruption(.tooManyArguments(name, limit: 1)) }
    if let first = call.positional.first {
      if let items = try first.items() {
        try renderer.work.spend(items.count &* 4 &* Work.element)
        for (key, value) in items { try builder.insert(key, value, &renderer.work) }
      } else {
        for pair in try first.elements(&renderer) {
          try renderer.work.spend(4 &* Work.element)
          let elements = try pair.elements(&renderer)
          guard elements.count == 2 else {
            throw Interruption(.wrongUnpacking(count: elements.count, expected: 2))
          }
          try builder.insert(elements[0], elements[1], &renderer.work)
        }
      }
    }
    for (keyword, value) in call.keywords {
      try builder.insert(.string(keyword), value, &renderer.work)
    }
  }
}

/// `items`, `keys`, `values` or `get` of a map.
final class MapMethod: RuntimeValue, @unchecked Sendable {
  enum Name: String {
    case items
    case keys
    case values
    case get
  }

  private let name: Name
  private let owner: Value

  init(_ name: Name, of owner: Value) {
    self.name = name
    self.owner = owner
  }

  override var kind: String { "the method “\(name.rawValue)” of a map" }
  override var printingRemedy: String? {
    "call it: \(name.rawValue)(); for the item of this name say [\"\(name.rawValue)\"]"
  }
  override var isCallable: Bool { true }
  override var contents: [Value] { [owner] }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    if let keyword = call.keywords.first {
      throw Interruption(.unknownArgument(keyword.name, of: name.rawValue, suggestion: nil))
    }
    let limit = name == .get ? 2 : 0
    if call.positional.count > limit { throw Interruption(.tooManyArguments(name.rawValue, limit: limit)) }
    if name == .get {
      guard let key = call.positional.first else { throw Interruption(.missingArgument("key", of: "get")) }
      let standard = call.positional.count > 1 ? call.positional[1] : .none
      switch owner {
      case .map(let map): return try map.value(for: key, &renderer.work) ?? standard
      case .object(let object):
        if case .text(let name) = key { return object.attribute(name.string) ?? standard }
        return standard
      default: return standard
      }
    }
    let items = try owner.items() ?? []
    try renderer.work.spend(items.count &* 4 &* Work.element)
    let content: [Value] =
      switch name {
      case .items: items.map { .tuple([$0.key, $0.value]) }
      case .keys: items.map(\.key)
      default: items.map(\.value)
      }
    return .runtime(MapView(content, name: name.rawValue))
  }
}

/// The items, keys or values of a map, which can be gone through again and again but have no index.
final class MapView: RuntimeValue, @unchecked Sendable {
  private let content: [Value]
  private let name: String

  init(_ content: [Value], name: String) {
    self.content = content
    self.name = name
  }

  override var kind: String { "the \(name) of a map" }
  override var printingRemedy: String? { "say “| list” first" }
  override var length: Int? { content.count }
  override var contents: [Value] { content }

  override func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value]? { content }
}
