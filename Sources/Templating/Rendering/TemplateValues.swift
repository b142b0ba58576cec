/// What `import` gives: the macros and variables of a template.
final class ModuleValue: RuntimeValue, @unchecked Sendable {
  private let name: String
  private let exports: [String: Value]
  /// What the template prints.
  let body: Text

  init(name: String, exports: [String: Value], body: Text) {
    self.name = name
    self.exports = exports
    self.body = body
  }

  override var kind: String { "the template “\(name)”" }
  override var attributeNames: [String] { exports.keys.sorted() }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    exports[name]
  }

  /// A name for `from … import`.
  func export(_ name: String) -> Value {
    exports[name] ?? .undefined(Undefined(.notExported(name, template: self.name, exported: attributeNames)))
  }
}

/// `self`: the blocks of the template.
final class SelfValue: RuntimeValue, @unchecked Sendable {
  private let context: Context

  init(_ context: Context) { self.context = context }

  override var kind: String { "“self”" }
  override var printingRemedy: String? { "call one of its blocks: self.name()" }
  override var attributeNames: [String] { context.blocks.keys.sorted() }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    context.blocks[name].map { .runtime(BlockValue(name, $0, depth: 0, context)) }
  }
}

/// `super` or `self.name`: a version of a block, to be called.
final class BlockValue: RuntimeValue, @unchecked Sendable {
  private let name: String
  private let versions: [BlockNode]
  private let depth: Int
  private let context: Context

  init(_ name: String, _ versions: [BlockNode], depth: Int, _ context: Context) {
    self.name = name
    self.versions = versions
    self.depth = depth
    self.context = context
  }

  /// The version that a version of a block extends.
  static func parent(of block: BlockNode, _ context: Context) -> Value {
    let versions = context.blocks[block.name] ?? []
    guard let index = versions.firstIndex(where: { $0 === block }), index + 1 < versions.count else {
      return noParent(block.name)
    }
    return .runtime(BlockValue(block.name, versions, depth: index + 1, context))
  }

  private static func noParent(_ name: String) -> Value {
    .undefined(Undefined(.reason("no template that this one extends has a block “\(name)”")))
  }

  override var kind: String { "the block “\(name)”" }
  override var printingRemedy: String? { "call it: \(depth == 0 ? "self.\(name)" : "super")()" }
  override var isCallable: Bool { true }
  override var attributeNames: [String] { ["super"] }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    guard name == "super" else { return nil }
    guard depth + 1 < versions.count else { return Self.noParent(self.name) }
    return .runtime(BlockValue(self.name, versions, depth: depth + 1, context))
  }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    _ = try CallableDeclaration(depth == 0 ? name : "super").bind(call)
    let block = versions[depth]
    let bytes = try renderer.capture { (renderer: inout Renderer) throws(Interruption) in
      try block.render(&renderer, context)
    }
    return .text(Text(utf8: bytes, isSafe: context.escaping.isOn))
  }
}
