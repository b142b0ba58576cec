import Diagnostics

extension Compiler {
  func compile(_ statements: [Statement], _ place: CodePlace) -> [StatementNode] {
    statements.compactMap { compile($0, place) }
  }

  private func compile(_ statement: Statement, _ place: CodePlace) -> StatementNode? {
    switch statement {
    case .data(let bytes): return output(DataNode(bytes), place)
    case .output(let expression):
      return output(OutputNode(compile(expression, place), escaping: place.escaping), place)
    case .if(let branches, let otherwise):
      var inner = place
      inner.isRoot = false
      return IfNode(
        branches.map { (test: compile($0.test, inner), body: compile($0.body, inner)) },
        compile(otherwise, inner))
    case .for(let loop): return compile(loop, place)
    case .set(let target, let value):
      let code = compile(value, place)
      checkFinite(code, value.range)
      return SetNode(compile(target, place, isExported: true), code)
    case .setBlock(let target, let filter, let body): return compileSetBlock(target, filter, body, place)
    case .with(let assignments, let body):
      let scope = Scope(parent: place.scope, unit: place.scope.unit)
      for assignment in assignments { scope.visit(assignment.target, asParameter: true) }
      scope.visit(body)
      let inner = place.inner(scope)
      let code = assignments.map { (target: compile($0.target, inner), value: compile($0.value, place)) }
      return WithNode(entry(scope, clears: true), code, compile(body, inner))
    case .include(let name, let ignoresMissing, let withContext, let range):
      if !withContext, place.isCaptured {
        // Jinja2 prints it before what is captured, or makes a macro print its address.
        report(
          .unsupported(
            "“include … without context” in a macro or in a “call”, “filter” or “set” block",
            remedy: "leave “without context” out, or put it elsewhere"), range)
      }
      let template = templateName(name, place, ignoresMissing: ignoresMissing, allowsList: true)
      if withContext { note(sharingWith: template) }
      return IncludeNode(
        template, ignoresMissing: ignoresMissing, locals: withContext ? locals(place) : nil)
    case .extends(let name, let range): return compileExtends(name, range, place)
    case .block(let block): return compileCall(of: block, place)
    case .macro(let macro):
      guard let name = macro.name else { return nil }
      let code = compile(macro, place)
      return MacroNode(compile(.name(name), place, isExported: true), code)
    case .callBlock(let macro, let call):
      let code = compile(macro, place)
      guard let call = compile(call, place) as? CallNode else { return nil }
      return CallBlockNode(call, code)
    case .filterBlock(let filter, let body):
      let scope = Scope(parent: place.scope, unit: place.scope.unit)
      scope.visit(body)
      scope.visit(filter)
      var inner = place.inner(scope)
      inner.isCaptured = true
      let statements = compile(body, inner)
      let slot = scope.unit.slot("filter body \(scope.unit.slotCount)")
      return FilterBlockNode(
        compile(filter, inner, bodySlot: slot), bodySlot: slot, entry(scope, clears: true), statements,
        escaping: place.escaping)
    case .autoescape(let escaping, let body):
      let scope = Scope(parent: place.scope, unit: place.scope.unit)
      scope.visit(body)
      var inner = place.inner(scope)
      inner.escaping = escaping
      return AutoescapeNode(escaping, entry(scope, clears: true), compile(body, inner))
    case .importModule(let name, let target, let withContext, _):
      let template = templateName(name, place)
      if withContext { note(sharingWith: template) }
      return ImportNode(
        template, locals: withContext ? locals(place) : nil, target: compile(.name(target), place),
        names: [])
    case .importNames(let name, let names, let withContext, _):
      let template = templateName(name, place)
      if withContext { note(sharingWith: template) }
      return ImportNode(
        template, locals: withContext ? locals(place) : nil, target: nil,
        names: names.map { (name: $0.name.name, target: compile(.name($0.alias), place)) })
    }
  }

  /// What is printed, unless the template extends another.
  private func output(_ node: StatementNode, _ place: CodePlace) -> StatementNode? {
    guard place.checksOutput else { return node }
    if hasKnownExtends { return nil }
    guard let parentVariable else { return node }
    return UnlessExtendedNode(reference(parentVariable, from: place.scope.unit), node)
  }

  // MARK: Assignments

  func compile(_ target: Target, _ place: CodePlace, isExported: Bool = false) -> TargetCode {
    switch target {
    case .name(let name):
      guard let variable = place.scope.find(name.name) else {
        report(.unresolvableName(name.name), name.range)
        return .tuple([], span(name.range))
      }
      return .name(
        reference(variable, from: place.scope.unit), symbol: place.isTopLevel ? symbol(name.name) : nil,
        isExported: isExported && !name.name.hasPrefix("_"))
    case .attribute(let namespace, let name):
      return .attribute(compile(Expression(.name(namespace.name), namespace.range), place), name.name)
    case .tuple(let targets, let range):
      return .tuple(targets.map { compile($0, place, isExported: isExported) }, span(range))
    }
  }

  private func compileSetBlock(
    _ target: Target, _ filter: Expression?, _ body: [Statement], _ place: CodePlace
  ) -> StatementNode {
    let scope = Scope(parent: place.scope, unit: place.scope.unit)
    scope.visit(body)
    var inner = place.inner(scope)
    inner.checksOutput = false
    inner.isCaptured = true
    let statements = compile(body, inner)
    let slot = scope.unit.slot("filter body \(scope.unit.slotCount)")
    let filterNode = filter.map { compile($0, inner, bodySlot: slot) }
    return SetBlockNode(
      compile(target, place, isExported: true), filter: filterNode, bodySlot: slot,
      entry(scope, clears: true), statements,
      escaping: place.escaping)
  }

  // MARK: Loops

  private func compile(_ loop: Statement.ForLoop, _ place: CodePlace) -> StatementNode {
    let unit = loop.isRecursive ? Unit(parent: place.scope.unit) : place.scope.unit
    let scope = Scope(parent: place.scope, unit: unit)
    let usesLoop = loop.isRecursive || loop.body.mention("loop") || loop.body.containScopedBlock
    let loopVariable = usesLoop ? scope.declareParameter("loop") : nil
    scope.visit(loop.target, asParameter: true)
    scope.visit(loop.body)
    let elseScope = Scope(parent: place.scope, unit: unit)
    elseScope.visit(loop.otherwise)

    var test: (target: TargetCode, entry: ScopeEntry, condition: ExpressionNode)?
    if let condition = loop.test {
      let testScope = Scope(parent: place.scope, unit: unit, prefix: "test \(unit.slotCount) ")
      testScope.visit(loop.target, asParameter: true)
      testScope.visit(condition)
      let inner = place.inner(testScope)
      test = (compile(loop.target, inner), entry(testScope), compile(condition, inner))
    }
    var inner = place.inner(scope)
    if loop.isRecursive { inner.isCaptured = true }
    var elsePlace = place.inner(elseScope)
    elsePlace.isCaptured = inner.isCaptured
    let otherwise =
      loop.otherwise.isEmpty
      ? nil : (entry: entry(elseScope, clears: true), body: compile(loop.otherwise, elsePlace))
    let code = LoopCode(
      target: compile(loop.target, inner), loopSlot: loopVariable?.slot, entry: entry(scope, clears: true),
      body: compile(loop.body, inner), otherwise: otherwise, test: test, place: span(loop.sequence.range),
      length: loop.length)
    let sequence = compile(loop.sequence, place)
    if loop.isRecursive {
      return RecursiveForNode(sequence, code, slotCount: unit.slotCount, escaping: place.escaping)
    }
    return ForNode(sequence, code)
  }

  // MARK: Macros

  private func compile(_ macro: Statement.Macro, _ place: CodePlace) -> MacroCode {
    let unit = Unit(parent: place.scope.unit)
    let scope = Scope(parent: place.scope, unit: unit)
    for parameter in macro.parameters { scope.declareParameter(parameter.name.name) }
    for parameter in macro.parameters { if let standard = parameter.standard { scope.visit(standard) } }
    scope.visit(macro.body)
    let names = macro.parameters.map(\.name.name)
    var special: [String: Int] = [:]
    for name in ["caller", "kwargs", "varargs"] where macro.body.mention(name) {
      if !names.contains(name) {
        special[name] = scope.declareParameter(name).slot
      } else if name == "caller", macro.parameters.first(where: { $0.name.name == name })?.standard == nil {
        report(
          .invalidSyntax(
            "a parameter named “caller” needs a default", remedy: "leave it out: “caller” is there by itself"),
          macro.parameters.first { $0.name.name == name }?.name.range ?? macro.range)
      }
    }
    scope.visit(macro.body)
    var inner = place.inner(scope)
    inner.checksOutput = false
    inner.isCaptured = true
    let parameters = macro.parameters.map { parameter in
      MacroCode.Parameter(
        name: parameter.name.name, slot: scope.find(parameter.name.name)?.slot ?? 0,
        standard: parameter.standard.map { compile($0, inner) })
    }
    let body = compile(macro.body, inner)
    return MacroCode(
      name: macro.name?.name, parameters: parameters, callerSlot: special["caller"],
      keywordsSlot: special["kwargs"],
      restSlot: special["varargs"], slotCount: unit.slotCount, entry: entry(scope), body: body,
      place: span(macro.name?.range ?? macro.range), length: macro.length)
  }

  // MARK: Templates

  private func compileExtends(_ name: Expression, _ range: Range<Int>, _ place: CodePlace) -> StatementNode? {
    guard place.isTopLevel, let parentVariable else {
      report(
        .invalidSyntax(
          "“extends” cannot stand in a loop, a block or a macro", remedy: "write it first in the template"),
        range)
      return nil
    }
    if hasKnownExtends {
      report(.extendedTwice, range)
      return nil
    }
    extendsCount += 1
    let template = templateName(name, place)
    note(sharingWith: template)
    let node = ExtendsNode(template, parentSlot: parentVariable.slot)
    if place.isRoot { hasKnownExtends = true }
    return node
  }

  private func compileCall(of block: Statement.Block, _ place: CodePlace) -> StatementNode? {
    let node = BlockCallNode(
      block.name.name, isRequired: block.isRequired, locals: block.isScoped ? locals(place) : nil,
      span(block.name.range))
    guard place.isTopLevel else { return node }
    if hasKnownExtends { return nil }
    guard extendsCount > 0, let parentVariable else { return node }
    return UnlessExtendedNode(reference(parentVariable, from: place.scope.unit), node)
  }

  private func unknownTemplate(_ name: String) -> TemplateProblem {
    .unknownTemplate(name, suggestion: Suggestion.nearest(to: name, in: templateIndices.keys))
  }

  /// The name of a template; one that is written as a text is looked up here.
  private func templateName(
    _ name: Expression, _ place: CodePlace, ignoresMissing: Bool = false, allowsList: Bool = false
  ) -> TemplateNameNode {
    var known: Int?
    switch name.kind {
    case .constant(.text(let text)):
      known = templateIndices[text.string]
      if known == nil, !ignoresMissing { report(unknownTemplate(text.string), name.range) }
    case .constant:
      report(.wrongType("no text", for: "the name of a template", expected: "a text"), name.range)
    case .list(let names) where allowsList, .tuple(let names) where allowsList:
      let texts = names.compactMap { name -> String? in
        if case .constant(.text(let text)) = name.kind { text.string } else { nil }
      }
      if texts.count == names.count, !ignoresMissing, !texts.contains(where: { templateIndices[$0] != nil }) {
        report(unknownTemplate(texts.first ?? ""), name.range)
      }
    default: break
    }
    return TemplateNameNode(known: known, compile(name, place), allowsList: allowsList)
  }
}

extension [Statement] {
  fileprivate var containScopedBlock: Bool {
    contains { statement in
      if case .block(let block) = statement, block.isScoped { return true }
      return statement.bodies.contains { $0.containScopedBlock }
    }
  }
}
