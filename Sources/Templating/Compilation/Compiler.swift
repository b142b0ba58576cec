import Diagnostics

/// Turns the templates of a set into what can be rendered, and finds what they name that does not exist.
final class Compiler {
  let host: HostDeclarations
  let templateIndices: [String: Int]
  /// The names that any template assigns.
  private let assignedNames: Set<String>
  private var symbolNumbers: [String: Int] = [:]
  private var symbols: [String] = []
  /// What computing constants may take.
  var work = Work(limit: Limits.work / 4)
  private(set) var problems: [(template: Int, problem: SourceProblem)] = []
  private(set) var hostCalls: [CompiledSet.HostCall] = []
  private var reads: TemplateReads

  // What is being compiled
  private(set) var template = 0
  var templateName = ""
  var blocks: [BlockNode] = []
  var extendsCount = 0
  var hasKnownExtends = false
  var parentVariable: Variable?

  init(
    host: HostDeclarations, templateCount: Int, templateIndices: [String: Int], assignedNames: Set<String>
  ) {
    self.host = host
    self.templateIndices = templateIndices
    self.assignedNames = assignedNames
    reads = TemplateReads(count: templateCount)
    for name in functionNames + host.globals { _ = symbol(name) }
  }

  private var functionNames: [String] {
    BuiltInFunction.Name.allCases.map(\.rawValue) + host.functions.map(\.name)
  }

  static func compile(
    _ parsed: [(name: String, length: Int, statements: [Statement])], host: HostDeclarations
  ) -> (set: CompiledSet, problems: [(template: Int, problem: SourceProblem)]) {
    var indices: [String: Int] = [:]
    for (index, template) in parsed.enumerated() where indices[template.name] == nil {
      indices[template.name] = index
    }
    var assigned: Set<String> = []
    for template in parsed { template.statements.collectAssignedNames(&assigned) }
    let compiler = Compiler(
      host: host, templateCount: parsed.count, templateIndices: indices, assignedNames: assigned)
    let templates = parsed.enumerated().map {
      compiler.compile($1.statements, index: $0, name: $1.name, length: $1.length)
    }
    for (template, inputs) in zip(templates, compiler.reads.inputs) { template.setInputs(inputs) }
    let set = CompiledSet(
      templates: templates, indices: indices, symbols: compiler.symbols, baseValues: compiler.baseValues,
      host: host, hostCalls: compiler.hostCalls)
    return (set, compiler.problems)
  }

  private var baseValues: [Value?] {
    var values = [Value?](repeating: nil, count: symbols.count)
    for name in BuiltInFunction.Name.allCases {
      values[symbol(name.rawValue)] = .runtime(BuiltInFunction(name))
    }
    for (index, function) in host.functions.enumerated() {
      values[symbol(function.name)] = .runtime(HostFunction(function, index: index))
    }
    return values
  }

  func symbol(_ name: String) -> Int {
    if let number = symbolNumbers[name] { return number }
    symbolNumbers[name] = symbols.count
    symbols.append(name)
    return symbols.count - 1
  }

  func report(_ problem: TemplateProblem, _ range: Range<Int>) {
    report(SourceProblem(problem: problem, range: range))
  }

  func report(_ problem: SourceProblem) { problems.append((template, problem)) }

  func note(callOf function: String, _ arguments: Arguments, _ range: Range<Int>) {
    let texts = arguments.positional.first.map(\.knownTexts) ?? []
    hostCalls.append(CompiledSet.HostCall(function: function, argument: texts, span: span(range)))
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(template: template, range) }

  // MARK: Templates and blocks

  private func compile(
    _ statements: [Statement], index: Int, name: String, length: Int
  ) -> TemplateCode {
    template = index
    templateName = name
    blocks = []
    extendsCount = 0
    hasKnownExtends = false
    let hasExtends = statements.containExtends
    let found = statements.allBlocks
    var names: Set<String> = []
    for block in found where !names.insert(block.name.name).inserted {
      report(.repeatedBlock(block.name.name), block.name.range)
    }

    let unit = Unit(parent: nil)
    let scope = Scope(parent: nil, unit: unit)
    parentVariable = hasExtends ? Variable(unit: unit, slot: unit.slot("extends")) : nil
    let selfVariable = statements.mention("self") ? scope.declareParameter("self") : nil
    scope.visit(statements)
    var place = CodePlace(scope: scope)
    place.isTopLevel = true
    place.isRoot = true
    place.checksOutput = hasExtends
    let body = compile(statements, place)

    names = []
    for block in found where names.insert(block.name.name).inserted { blocks.append(compile(block)) }
    return TemplateCode(
      index: index, name: name, length: length, body: body, blocks: blocks, entry: entry(scope),
      slotCount: unit.slotCount,
      selfSlot: selfVariable?.slot, parentSlot: parentVariable?.slot)
  }

  private func compile(_ block: Statement.Block) -> BlockNode {
    let unit = Unit(parent: nil)
    let scope = Scope(parent: nil, unit: unit)
    let selfVariable = block.body.mention("self") ? scope.declareParameter("self") : nil
    let superVariable = block.body.mention("super") ? scope.declareParameter("super") : nil
    scope.visit(block.body)
    let body = compile(block.body, CodePlace(scope: scope))
    return BlockNode(
      name: block.name.name, template: templateName, place: span(block.name.range), length: block.length,
      body: body,
      entry: entry(scope),
      slotCount: unit.slotCount, selfSlot: selfVariable?.slot, superSlot: superVariable?.slot)
  }

  // MARK: Variables

  func reference(_ variable: Variable, from unit: Unit) -> SlotReference {
    var hops = 0
    var current: Unit? = unit
    while let unit = current, unit !== variable.unit {
      hops += 1
      current = unit.parent
    }
    return SlotReference(hops: hops, slot: variable.slot)
  }

  func entry(_ scope: Scope, clears: Bool = false) -> ScopeEntry {
    var loads: [(slot: Int, load: ScopeEntry.Load)] = []
    var cleared: [Int] = []
    for (variable, load) in scope.loads {
      switch load {
      case .parameter: break
      case .resolve(let name):
        reads.note(symbol(name), by: template)
        loads.append((variable.slot, .resolve(symbol: symbol(name))))
      case .alias(let outer): loads.append((variable.slot, .alias(reference(outer, from: scope.unit))))
      case .undefined: loads.append((variable.slot, .undefined))
      }
      if clears { cleared.append(variable.slot) }
    }
    return ScopeEntry(loads: loads, cleared: cleared)
  }

  /// Notes that the template shows its variables to another; to one that is not known yet, where there is no number.
  func note(sharingWith other: TemplateNameNode) { reads.note(sharingWith: other.known, by: template) }

  func locals(_ place: CodePlace) -> LocalVariables {
    LocalVariables(
      variables: place.scope.allStores.map { name, variable in
        (symbol(name), reference(variable, from: place.scope.unit))
      })
  }

  /// Reports a call of a name that nothing has.
  func checkFunction(_ name: String, _ range: Range<Int>) {
    let special = ["loop", "caller", "super", "self", "varargs", "kwargs"]
    guard !assignedNames.contains(name), !functionNames.contains(name), !host.globals.contains(name),
      !special.contains(name)
    else { return }
    let known = functionNames + assignedNames
    report(.unknownFunction(name, suggestion: Suggestion.nearest(to: name, in: known)), range)
  }

  /// The declaration of a function of the host that no template hides behind a variable.
  func hostFunction(_ name: String) -> CallableDeclaration? {
    assignedNames.contains(name) ? nil : host.functions.first { $0.name == name }
  }
}

/// Where in a template something stands that is being compiled.
struct CodePlace {
  let scope: Scope
  /// Whether assignments are variables of the whole template: neither in a loop nor in a block.
  var isTopLevel = false
  /// Whether not even an `if` is around.
  var isRoot = false
  /// Whether what is printed here depends on whether the template extends another.
  var checksOutput = false
  var escaping = true
  /// Whether what is printed here is captured, as in a macro.
  var isCaptured = false

  init(scope: Scope) { self.scope = scope }

  /// A place within this one with variables of its own.
  func inner(_ scope: Scope) -> CodePlace {
    var place = CodePlace(scope: scope)
    place.checksOutput = checksOutput
    place.escaping = escaping
    place.isCaptured = isCaptured
    return place
  }
}

extension [Statement] {
  fileprivate var containExtends: Bool {
    contains { statement in
      if case .extends = statement { return true }
      return statement.bodies.contains { $0.containExtends }
    }
  }

  /// The blocks at any depth, those around before those within.
  fileprivate var allBlocks: [Statement.Block] {
    flatMap { statement -> [Statement.Block] in
      let inner = statement.bodies.flatMap(\.allBlocks)
      if case .block(let block) = statement { return [block] + inner }
      return inner
    }
  }

  fileprivate func collectAssignedNames(_ names: inout Set<String>) {
    for statement in self {
      names.formUnion(statement.targets)
      switch statement {
      case .macro(let macro): if let name = macro.name { names.insert(name.name) }
      case .importModule(_, let name, _, _): names.insert(name.name)
      case .importNames(_, let imported, _, _): names.formUnion(imported.map(\.alias.name))
      default: break
      }
      for body in statement.bodies { body.collectAssignedNames(&names) }
    }
  }
}
