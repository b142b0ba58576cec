/// What `namespace()` makes: attributes that templates can assign.
final class NamespaceValue: RuntimeValue, @unchecked Sendable {
  private var attributes: [String: Value] = [:]

  init(_ map: ValueMap) {
    for (key, value) in zip(map.keys, map.values) {
      if case .text(let name) = key { attributes[name.string] = value }
    }
  }

  override var kind: String { "a namespace" }
  override var attributeNames: [String] { attributes.keys.sorted() }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    attributes[name]
  }

  func set(_ name: String, _ value: Value) { attributes[name] = value }

  func clear() { attributes = [:] }
}

/// What `cycler()` makes: values that come one after the other and begin again.
final class CyclerValue: RuntimeValue, @unchecked Sendable {
  private let items: [Value]
  private var position = 0

  init(_ items: [Value]) { self.items = items }

  override var kind: String { "a cycler" }
  override var printingRemedy: String? { "say “.next()” or “.current”" }
  override var contents: [Value] { items }
  override var attributeNames: [String] { ["current", "next", "reset"] }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    switch name {
    case "current": items[position]
    case "next":
      .runtime(
        NullaryMethod("next") { [self] in
          let item = items[position]
          position = (position + 1) % items.count
          return item
        })
    case "reset":
      .runtime(
        NullaryMethod("reset") { [self] in
          position = 0
          return .none
        })
    case "items": .tuple(items)
    case "pos": .integer(position)
    default: nil
    }
  }
}

/// What `joiner()` makes: nothing when it is called first, then the separator.
final class JoinerValue: RuntimeValue, @unchecked Sendable {
  private let separator: Value
  private var isUsed = false

  init(_ separator: Value) { self.separator = separator }

  override var kind: String { "a joiner" }
  override var contents: [Value] { [separator] }
  override var printingRemedy: String? { "call it" }
  override var isCallable: Bool { true }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    _ = try CallableDeclaration("joiner").bind(call)
    defer { isUsed = true }
    return isUsed ? separator : .text(.empty)
  }
}

/// A method without arguments.
final class NullaryMethod: RuntimeValue, @unchecked Sendable {
  private let name: String
  private let body: () -> Value

  init(_ name: String, _ body: @escaping () -> Value) {
    self.name = name
    self.body = body
  }

  override var kind: String { "the method “\(name)”" }
  override var printingRemedy: String? { "call it: \(name)()" }
  override var isCallable: Bool { true }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    _ = try CallableDeclaration(name).bind(call)
    return body()
  }
}
