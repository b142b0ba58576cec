/// A statement, or what stands between statements, as it was written.
indirect enum Statement: Sendable {
  case data([UInt8])
  case output(Expression)
  case `if`(branches: [Branch], otherwise: [Statement])
  case `for`(ForLoop)
  case set(Target, Expression)
  case setBlock(Target, filter: Expression?, body: [Statement])
  case with([(target: Target, value: Expression)], body: [Statement])
  case include(Expression, ignoresMissing: Bool, withContext: Bool, range: Range<Int>)
  case extends(Expression, range: Range<Int>)
  case block(Block)
  case macro(Macro)
  case callBlock(Macro, call: Expression)
  case filterBlock(Expression, body: [Statement])
  case autoescape(Bool, body: [Statement])
  case importModule(Expression, as: NameReference, withContext: Bool, range: Range<Int>)
  case importNames(Expression, [ImportedName], withContext: Bool, range: Range<Int>)

  struct Branch: Sendable {
    let test: Expression
    let body: [Statement]
  }

  struct ForLoop: Sendable {
    let target: Target
    let sequence: Expression
    let test: Expression?
    let isRecursive: Bool
    let body: [Statement]
    let otherwise: [Statement]
    /// How long the loop is in the template, in bytes.
    let length: Int
  }

  struct Block: Sendable {
    let name: NameReference
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
    /// How long the block is in the template, in bytes.
    let length: Int
  }

  struct Macro: Sendable {
    /// `nil`: the body of a `call`.
    let name: NameReference?
    let parameters: [Parameter]
    let body: [Statement]
    let range: Range<Int>
    /// How long the macro is in the template, in bytes.
    let length: Int
  }

  struct Parameter: Sendable {
    let name: NameReference
    let standard: Expression?
  }

  struct ImportedName: Sendable {
    let name: NameReference
    let alias: NameReference
  }
}

/// What a value is assigned to.
indirect enum Target: Sendable {
  case name(NameReference)
  /// `namespace.attribute`
  case attribute(namespace: NameReference, name: NameReference)
  case tuple([Target], range: Range<Int>)

  /// The names that are assigned, not those of namespaces.
  var names: [NameReference] {
    switch self {
    case .name(let name): [name]
    case .attribute: []
    case .tuple(let targets, _): targets.flatMap(\.names)
    }
  }

  /// The namespaces of which attributes are assigned.
  var namespaces: [NameReference] {
    switch self {
    case .name: []
    case .attribute(let namespace, _): [namespace]
    case .tuple(let targets, _): targets.flatMap(\.namespaces)
    }
  }
}

extension Statement {
  /// The expressions of the statement itself, those of its bodies aside.
  var expressions: [Expression] {
    switch self {
    case .data, .block, .autoescape: []
    case .output(let expression): [expression]
    case .if(let branches, _): branches.map(\.test)
    case .for(let loop): [loop.sequence] + (loop.test.map { [$0] } ?? [])
    case .set(_, let value): [value]
    case .setBlock(_, let filter, _): filter.map { [$0] } ?? []
    case .with(let assignments, _): assignments.map(\.value)
    case .include(let name, _, _, _), .extends(let name, _), .importModule(let name, _, _, _),
      .importNames(let name, _, _, _):
      [name]
    case .macro(let macro): macro.parameters.compactMap(\.standard)
    case .callBlock(let macro, let call): [call] + macro.parameters.compactMap(\.standard)
    case .filterBlock(let filter, _): [filter]
    }
  }

  /// The statements within the statement.
  var bodies: [[Statement]] {
    switch self {
    case .data, .output, .set, .include, .extends, .importModule, .importNames: []
    case .if(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .for(let loop): [loop.body, loop.otherwise]
    case .setBlock(_, _, let body), .with(_, let body), .filterBlock(_, let body), .autoescape(_, let body):
      [body]
    case .block(let block): [block.body]
    case .macro(let macro), .callBlock(let macro, _): [macro.body]
    }
  }
}
