/// The variables of one function of a template: its body, a block, a macro, a recursive loop.
final class Unit {
  let parent: Unit?
  private(set) var slotCount = 0
  private var slots: [String: Int] = [:]

  init(parent: Unit?) { self.parent = parent }

  func slot(_ identifier: String) -> Int {
    if let slot = slots[identifier] { return slot }
    slots[identifier] = slotCount
    slotCount += 1
    return slotCount - 1
  }
}

/// Where a variable lives.
struct Variable {
  let unit: Unit
  let slot: Int

  static func == (a: Variable, b: Variable) -> Bool { a.unit === b.unit && a.slot == b.slot }
}

/// Which variable each name means in a part of a template.
///
/// The rules are Jinja2's (its module `idtracking`), because what a name means after a loop, in a macro or
/// behind an `if` is part of what a template prints.
final class Scope {
  enum Load {
    /// Assigned by whoever opens the scope.
    case parameter
    case resolve(String)
    case alias(Variable)
    case undefined
  }

  let parent: Scope?
  let unit: Unit
  private let level: Int
  /// Keeps the variables of a loop's condition apart from those of its body.
  private let prefix: String
  private(set) var variables: [String: Variable] = [:]
  private(set) var loads: [(variable: Variable, load: Load)] = []
  private(set) var stores: Set<String> = []
  /// Where the load of each slot stands.
  private var loadIndices: [Int: Int] = [:]
  /// What has changed since this scope was copied from another.
  private var changes = Changes()

  private struct Changes {
    var variables: Set<String> = []
    var slots: Set<Int> = []
    var stores: Set<String> = []
  }

  init(parent: Scope?, unit: Unit, prefix: String = "") {
    self.parent = parent
    self.unit = unit
    self.prefix = prefix
    level = parent.map { $0.level + 1 } ?? 0
  }

  private init(copying scope: Scope) {
    (parent, unit, level, prefix) = (scope.parent, scope.unit, scope.level, scope.prefix)
    (variables, loads, stores) = (scope.variables, scope.loads, scope.stores)
    loadIndices = scope.loadIndices
  }

  func find(_ name: String) -> Variable? { variables[name] ?? parent?.find(name) }

  func load(_ name: String) {
    if find(name) == nil { define(name, .resolve(name)) }
  }

  func store(_ name: String) {
    noteStore(name)
    guard variables[name] == nil else { return }
    if let outer = parent?.find(name) {
      define(name, .alias(outer))
    } else {
      define(name, .undefined)
    }
  }

  @discardableResult
  func declareParameter(_ name: String) -> Variable {
    noteStore(name)
    return define(name, .parameter)
  }

  private func noteStore(_ name: String) {
    if stores.insert(name).inserted { changes.stores.insert(name) }
  }

  @discardableResult
  private func define(_ name: String, _ load: Load) -> Variable {
    let variable = Variable(unit: unit, slot: unit.slot("\(prefix)\(level).\(name)"))
    variables[name] = variable
    changes.variables.insert(name)
    setLoad(variable, load)
    return variable
  }

  private func setLoad(_ variable: Variable, _ load: Load) {
    changes.slots.insert(variable.slot)
    if let index = loadIndices[variable.slot] {
      loads[index].load = load
    } else {
      loadIndices[variable.slot] = loads.count
      loads.append((variable, load))
    }
  }

  /// The names that are assigned here and around, with their innermost variables.
  var allStores: [(name: String, variable: Variable)] {
    var seen: Set<String> = []
    var result: [(String, Variable)] = []
    var scope: Scope? = self
    while let current = scope {
      for name in current.stores.sorted() where seen.insert(name).inserted {
        if let variable = find(name) { result.append((name, variable)) }
      }
      scope = current.parent
    }
    return result
  }

  // MARK: Reading statements

  func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  func visit(_ expression: Expression) {
    if case .name(let name) = expression.kind { load(name) }
    for child in expression.children { visit(child) }
  }

  func visit(_ target: Target, asParameter: Bool = false) {
    switch target {
    case .name(let name): if asParameter { declareParameter(name.name) } else { store(name.name) }
    case .attribute(let namespace, _): load(namespace.name)
    case .tuple(let targets, _): for target in targets { visit(target, asParameter: asParameter) }
    }
  }

  private func visit(_ statement: Statement) {
    switch statement {
    case .data, .block, .autoescape: break
    case .output(let expression), .extends(let expression, _), .include(let expression, _, _, _),
      .filterBlock(let expression, _), .callBlock(_, let expression):
      visit(expression)
    case .if(let branches, let otherwise): visit(branches[...], otherwise)
    case .for(let loop): visit(loop.sequence)
    case .set(let target, let value):
      visit(value)
      visit(target)
    case .setBlock(let target, _, _): visit(target)
    case .with(let assignments, _): for assignment in assignments { visit(assignment.value) }
    case .macro(let macro): if let name = macro.name { store(name.name) }
    case .importModule(let template, let name, _, _):
      visit(template)
      store(name.name)
    case .importNames(let template, let names, _, _):
      visit(template)
      for name in names { store(name.alias.name) }
    }
  }

  private func visit(_ branches: ArraySlice<Statement.Branch>, _ otherwise: [Statement]) {
    guard let first = branches.first else { return }
    visit(first.test)
    let body = Scope(copying: self)
    body.visit(first.body)
    let alternatives = Scope(copying: self)
    for branch in branches.dropFirst() { alternatives.visit([branch], []) }
    let last = Scope(copying: self)
    last.visit(otherwise)
    update(from: [body, alternatives, last])
  }

  /// Takes over what the branches of an `if` do, of which one at most will be taken.
  private func update(from branches: [Scope]) {
    let stored = branches.reduce(into: Set<String>()) { $0.formUnion($1.changes.stores) }
    for branch in branches {
      for name in branch.changes.variables {
        variables[name] = branch.variables[name]
        changes.variables.insert(name)
      }
      for index in branch.changes.slots.compactMap({ branch.loadIndices[$0] }).sorted() {
        setLoad(branch.loads[index].variable, branch.loads[index].load)
      }
    }
    for name in stored { noteStore(name) }
    for name in stored.sorted() {
      guard let variable = find(name) else { continue }
      if let outer = parent?.find(name) {
        setLoad(variable, .alias(outer))
      } else {
        setLoad(variable, .resolve(name))
      }
    }
  }
}

extension Collection<Statement> {
  /// Whether a name is used here, blocks aside, before it is assigned here.
  func mention(_ name: String) -> Bool {
    var isAssigned = false
    return mentions(name, &isAssigned)
  }

  private func mentions(_ name: String, _ isAssigned: inout Bool) -> Bool {
    for statement in self {
      if case .block = statement { continue }
      if isAssigned { return false }
      for expression in statement.expressions where expression.mentions(name) { return true }
      for target in statement.targets where target == name { isAssigned = true }
      for body in statement.bodies where body.mentions(name, &isAssigned) { return true }
    }
    return false
  }
}

extension Expression {
  func mentions(_ name: String) -> Bool {
    if case .name(name) = kind { return true }
    return children.contains { $0.mentions(name) }
  }
}

extension Statement {
  /// The names that the statement assigns by itself.
  var targets: [String] {
    switch self {
    case .for(let loop): loop.target.names.map(\.name)
    case .set(let target, _), .setBlock(let target, _, _): target.names.map(\.name)
    case .with(let assignments, _): assignments.flatMap { $0.target.names.map(\.name) }
    case .macro(let macro), .callBlock(let macro, _): macro.parameters.map(\.name.name)
    default: []
    }
  }
}
