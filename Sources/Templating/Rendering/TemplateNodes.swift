/// A template that can be rendered.
final class TemplateCode: @unchecked Sendable {
  let index: Int
  let name: String
  /// In bytes.
  let length: Int
  let body: [StatementNode]
  let blocks: [BlockNode]
  let entry: ScopeEntry
  let slotCount: Int
  let selfSlot: Int?
  /// Where `extends` puts the extended template; `nil` where there is no `extends`.
  let parentSlot: Int?
  let ownBlocks: [String: [BlockNode]]
  /// The variables of its surroundings that it and what it includes may read, by symbol; `nil` where that shows only
  /// when it is rendered.
  private(set) var inputs: [Int]?

  init(
    index: Int, name: String, length: Int, body: [StatementNode], blocks: [BlockNode], entry: ScopeEntry,
    slotCount: Int,
    selfSlot: Int?, parentSlot: Int?
  ) {
    self.index = index
    self.name = name
    self.length = length
    self.body = body
    self.blocks = blocks
    self.entry = entry
    self.slotCount = slotCount
    self.selfSlot = selfSlot
    self.parentSlot = parentSlot
    ownBlocks = Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, [$0]) })
  }

  /// Says what the template reads, once all templates are compiled and before any is rendered.
  func setInputs(_ inputs: [Int]?) { self.inputs = inputs }

  /// Runs the template, and then the one that it extends.
  func run(_ renderer: inout Renderer, _ context: Context) throws(Interruption) {
    let frame = Frame(slotCount: slotCount, parent: nil, context: context)
    if let selfSlot { frame.slots[selfSlot] = .runtime(SelfValue(context)) }
    entry.enter(frame)
    try body.run(&renderer, frame)
    guard let parentSlot, case .runtime(let parent as ExtendedTemplate) = frame.slots[parentSlot] else {
      return
    }
    do throws(Interruption) {
      let template = renderer.set.templates[parent.index]
      try renderer.open(length: template.length)
      defer { renderer.close() }
      try template.run(&renderer, context)
    } catch {
      throw error.placed(at: parent.place).reached("extended from here", from: parent.place)
    }
  }
}

/// The template that another extends, and where that is said.
final class ExtendedTemplate: RuntimeValue, @unchecked Sendable {
  let index: Int
  let place: SourceSpan

  init(_ index: Int, at place: SourceSpan) {
    self.index = index
    self.place = place
  }
}

/// A version of a block.
final class BlockNode: @unchecked Sendable {
  let name: String
  private let template: String
  let place: SourceSpan
  /// In bytes.
  private let length: Int
  private let body: [StatementNode]
  private let entry: ScopeEntry
  private let slotCount: Int
  private let selfSlot: Int?
  private let superSlot: Int?

  init(
    name: String, template: String, place: SourceSpan, length: Int, body: [StatementNode], entry: ScopeEntry,
    slotCount: Int,
    selfSlot: Int?, superSlot: Int?
  ) {
    self.name = name
    self.template = template
    self.place = place
    self.length = length
    self.body = body
    self.entry = entry
    self.slotCount = slotCount
    self.selfSlot = selfSlot
    self.superSlot = superSlot
  }

  func render(_ renderer: inout Renderer, _ context: Context) throws(Interruption) {
    try renderer.open(length: length)
    defer { renderer.close() }
    let frame = Frame(slotCount: slotCount, parent: nil, context: context)
    if let selfSlot { frame.slots[selfSlot] = .runtime(SelfValue(context)) }
    if let superSlot { frame.slots[superSlot] = BlockValue.parent(of: self, context) }
    entry.enter(frame)
    do throws(Interruption) {
      try body.run(&renderer, frame)
    } catch {
      throw error.reached("in the block “\(name)”", from: place)
    }
  }
}

/// `{% block name %}` where it stands: the version of the block that wins.
final class BlockCallNode: StatementNode, @unchecked Sendable {
  private let name: String
  private let isRequired: Bool
  /// The variables that a scoped block sees.
  private let locals: LocalVariables?
  private let place: SourceSpan

  init(_ name: String, isRequired: Bool, locals: LocalVariables?, _ place: SourceSpan) {
    self.name = name
    self.isRequired = isRequired
    self.locals = locals
    self.place = place
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    let context = locals.map { frame.context.derived($0.values(frame)) } ?? frame.context
    guard let versions = context.blocks[name], let first = versions.first else { return }
    if isRequired, versions.count <= 1 { throw Interruption(.requiredBlock(name), at: place) }
    try first.render(&renderer, context)
  }
}

/// The variables of a place, for what sees them from elsewhere.
struct LocalVariables: Sendable {
  let variables: [(symbol: Int, reference: SlotReference)]

  func values(_ frame: Frame) -> [(symbol: Int, value: Value)] {
    variables.compactMap { symbol, reference in reference.value(frame).map { (symbol, $0) } }
  }

  /// A variable as a template that sees these and their surroundings finds it.
  func value(of symbol: Int, _ frame: Frame) -> Value? {
    for variable in variables where variable.symbol == symbol {
      if let value = variable.reference.value(frame) { return value }
    }
    return frame.context.values[symbol]
  }
}

/// The name of a template: written as a text, or computed.
final class TemplateNameNode: @unchecked Sendable {
  /// The template's number, where its name is written as a text.
  let known: Int?
  private let expression: ExpressionNode
  private let allowsList: Bool

  init(known: Int?, _ expression: ExpressionNode, allowsList: Bool) {
    self.known = known
    self.expression = expression
    self.allowsList = allowsList
  }

  var place: SourceSpan { expression.place }

  /// The number of the template.
  ///
  /// - Throws: Where there is none, unless that is to be ignored.
  func resolve(
    _ renderer: inout Renderer, _ frame: Frame, ignoresMissing: Bool = false
  ) throws(Interruption) -> Int? {
    if let known { return known }
    let value = try expression.evaluate(&renderer, frame)
    var names: [Value] = [value]
    do throws(Interruption) {
      switch value {
      case .text: break
      case .list(let elements), .tuple(let elements):
        if allowsList { names = elements }
      case .undefined(let undefined): throw Interruption(undefined: undefined)
      default: break
      }
      var firstName: String?
      for name in names {
        guard case .text(let text) = name else {
          if case .undefined(let undefined) = name { throw Interruption(undefined: undefined) }
          throw Interruption(.wrongType(name.typeName, for: "the name of a template", expected: "a text"))
        }
        if let index = renderer.set.indices[text.string] { return index }
        firstName = firstName ?? text.string
      }
      if ignoresMissing { return nil }
      throw Interruption(renderer.set.unknownTemplate(firstName ?? ""))
    } catch {
      throw error.placed(at: place)
    }
  }
}

final class ExtendsNode: StatementNode, @unchecked Sendable {
  private let template: TemplateNameNode
  private let parentSlot: Int

  init(_ template: TemplateNameNode, parentSlot: Int) {
    self.template = template
    self.parentSlot = parentSlot
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    if frame.slots[parentSlot] != nil { throw Interruption(.extendedTwice, at: template.place) }
    guard let index = try template.resolve(&renderer, frame) else { return }
    frame.slots[parentSlot] = .runtime(ExtendedTemplate(index, at: template.place))
    for block in renderer.set.templates[index].blocks {
      frame.context.blocks[block.name, default: []].append(block)
    }
  }
}

final class IncludeNode: StatementNode, @unchecked Sendable {
  private let template: TemplateNameNode
  private let ignoresMissing: Bool
  /// The variables that the included template sees; `nil` without context.
  private let locals: LocalVariables?

  init(_ template: TemplateNameNode, ignoresMissing: Bool, locals: LocalVariables?) {
    self.template = template
    self.ignoresMissing = ignoresMissing
    self.locals = locals
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    guard let index = try template.resolve(&renderer, frame, ignoresMissing: ignoresMissing) else { return }
    let code = renderer.set.templates[index]
    do throws(Interruption) {
      if renderer.includes != nil, try writeKnown(code, &renderer, frame) { return }
      try renderer.open(length: code.length)
      defer { renderer.close() }
      if let locals {
        let context = Context(
          template: index, values: frame.context.merged(locals.values(frame)), blocks: code.ownBlocks)
        try code.run(&renderer, context)
      } else {
        renderer.output.append(contentsOf: try renderer.module(index).body.bytes)
      }
      if renderer.includes != nil { renderer.keep() }
    } catch {
      throw error.placed(at: template.place).reached("included from here", from: template.place)
    }
  }
}

extension IncludeNode {
  /// Prints what the template printed when it read the same values, if that is known; else notes where it begins.
  ///
  /// On its own, so that the frames of includes within each other stay small.
  private func writeKnown(
    _ code: TemplateCode, _ renderer: inout Renderer, _ frame: Frame
  ) throws(Interruption) -> Bool {
    let key = key(code, frame)
    if let key, try renderer.writeKnown(key) { return true }
    renderer.startKeeping(key)
    return false
  }

  /// What the template is about to read; `nil` where that may say something else next time.
  private func key(_ code: TemplateCode, _ frame: Frame) -> IncludeCache.Key? {
    guard let locals, let inputs = code.inputs else { return nil }
    var parts: [IncludeCache.Part] = []
    parts.reserveCapacity(inputs.count)
    for symbol in inputs {
      guard let part = IncludeCache.Part(locals.value(of: symbol, frame)) else { return nil }
      parts.append(part)
    }
    return IncludeCache.Key(template: code.index, values: parts)
  }
}

/// `import` and `from … import`.
final class ImportNode: StatementNode, @unchecked Sendable {
  private let template: TemplateNameNode
  /// The variables that the imported template sees; `nil` without context.
  private let locals: LocalVariables?
  /// For `import`, where the module goes.
  private let target: TargetCode?
  /// For `from`, which names go where.
  private let names: [(name: String, target: TargetCode)]

  init(
    _ template: TemplateNameNode, locals: LocalVariables?, target: TargetCode?,
    names: [(name: String, target: TargetCode)]
  ) {
    self.template = template
    self.locals = locals
    self.target = target
    self.names = names
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    guard let index = try template.resolve(&renderer, frame) else { return }
    let module: ModuleValue
    do throws(Interruption) {
      try renderer.open(length: renderer.set.templates[index].length)
      defer { renderer.close() }
      module = try renderer.module(index, values: locals.map { frame.context.merged($0.values(frame)) })
    } catch {
      throw error.placed(at: template.place).reached("imported from here", from: template.place)
    }
    renderer.breakLater(frame)
    try target?.assign(.runtime(module), &renderer, frame)
    for (name, target) in names { try target.assign(module.export(name), &renderer, frame) }
  }
}

extension Renderer {
  /// A template as a module; without values, the one module that all imports without context share.
  mutating func module(_ index: Int, values: [Value?]? = nil) throws(Interruption) -> ModuleValue {
    if values == nil, let module = modules[index] { return module }
    let code = set.templates[index]
    let context = Context(template: index, values: values ?? set.baseValues, blocks: code.ownBlocks)
    breakLater(context)
    let bytes = try capture { (renderer: inout Renderer) throws(Interruption) in
      try code.run(&renderer, context)
    }
    var exports: [String: Value] = [:]
    for symbol in context.exported {
      if let value = context.values[symbol] { exports[set.symbols[symbol]] = value }
    }
    let module = ModuleValue(name: code.name, exports: exports, body: Text(utf8: bytes, isSafe: true))
    if values == nil { modules[index] = module }
    return module
  }
}
