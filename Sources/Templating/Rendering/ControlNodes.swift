final class IfNode: StatementNode, @unchecked Sendable {
  private let branches: [(test: ExpressionNode, body: [StatementNode])]
  private let otherwise: [StatementNode]

  init(_ branches: [(test: ExpressionNode, body: [StatementNode])], _ otherwise: [StatementNode]) {
    self.branches = branches
    self.otherwise = otherwise
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    for (test, body) in branches where try test.isTrue(&renderer, frame) {
      try body.run(&renderer, frame)
      return
    }
    try otherwise.run(&renderer, frame)
  }
}

/// The parts of a `for`.
struct LoopCode: Sendable {
  let target: TargetCode
  /// Where `loop` goes, if something may use it.
  let loopSlot: Int?
  let entry: ScopeEntry
  let body: [StatementNode]
  let otherwise: (entry: ScopeEntry, body: [StatementNode])?
  /// The condition of the loop, with its own variables.
  let test: (target: TargetCode, entry: ScopeEntry, condition: ExpressionNode)?
  /// What the loop goes through.
  let place: SourceSpan
  /// How long the loop is in the template, in bytes.
  let length: Int

  /// - Returns: Whether there was an element.
  func run(
    _ value: Value, _ renderer: inout Renderer, _ frame: Frame, recursion: RecursiveLoop?, depth: Int
  ) throws(Interruption) {
    let elements: [Value]
    do throws(Interruption) {
      elements = try value.elements(&renderer)
    } catch {
      throw error.placed(at: place)
    }
    var isEmpty = true
    if let loopSlot {
      let loop = LoopValue(elements, filter: filter(frame), recursion: recursion, depth: depth)
      // Also where the loop fails: its condition refers to the frame, and the frame to the loop.
      defer {
        loop.end()
        frame.slots[loopSlot] = nil
      }
      while let element = try loop.advance(&renderer) {
        isEmpty = false
        try countIteration(&renderer)
        try target.assign(element, &renderer, frame)
        frame.slots[loopSlot] = .runtime(loop)
        entry.enter(frame)
        try body.run(&renderer, frame)
      }
    } else {
      let filter = filter(frame)
      for element in elements {
        if let filter, try !filter(element, &renderer) { continue }
        isEmpty = false
        try countIteration(&renderer)
        try target.assign(element, &renderer, frame)
        entry.enter(frame)
        try body.run(&renderer, frame)
      }
    }
    entry.leave(frame)
    if isEmpty, let otherwise {
      otherwise.entry.enter(frame)
      try otherwise.body.run(&renderer, frame)
      otherwise.entry.leave(frame)
    }
  }

  @inline(__always)
  private func countIteration(_ renderer: inout Renderer) throws(Interruption) {
    do throws(Interruption) {
      try renderer.countIteration(length: length)
    } catch {
      throw error.placed(at: place)
    }
  }

  private func filter(_ frame: Frame) -> ((Value, inout Renderer) throws(Interruption) -> Bool)? {
    guard let test else { return nil }
    return { (element: Value, renderer: inout Renderer) throws(Interruption) -> Bool in
      do throws(Interruption) {
        try renderer.work.spend(length)
      } catch {
        throw error.placed(at: place)
      }
      try test.target.assign(element, &renderer, frame)
      test.entry.enter(frame)
      return try test.condition.isTrue(&renderer, frame)
    }
  }
}

final class ForNode: StatementNode, @unchecked Sendable {
  private let sequence: ExpressionNode
  private let code: LoopCode

  init(_ sequence: ExpressionNode, _ code: LoopCode) {
    self.sequence = sequence
    self.code = code
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    let value = try sequence.evaluate(&renderer, frame)
    try code.run(value, &renderer, frame, recursion: nil, depth: 0)
  }
}

/// `{% for … recursive %}`
final class RecursiveForNode: StatementNode, @unchecked Sendable {
  private let sequence: ExpressionNode
  fileprivate let code: LoopCode
  fileprivate let slotCount: Int
  fileprivate let escaping: Bool

  init(_ sequence: ExpressionNode, _ code: LoopCode, slotCount: Int, escaping: Bool) {
    self.sequence = sequence
    self.code = code
    self.slotCount = slotCount
    self.escaping = escaping
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    let value = try sequence.evaluate(&renderer, frame)
    let recursion = RecursiveLoop(self, frame)
    try RawOutput.write(try recursion.run(value, depth: 0, &renderer), &renderer, at: code.place)
  }
}

/// A recursive loop with the variables around it.
final class RecursiveLoop: @unchecked Sendable {
  private let node: RecursiveForNode
  private let frame: Frame

  init(_ node: RecursiveForNode, _ frame: Frame) {
    self.node = node
    self.frame = frame
  }

  func run(_ value: Value, depth: Int, _ renderer: inout Renderer) throws(Interruption) -> Value {
    let inner = Frame(slotCount: node.slotCount, parent: frame, context: frame.context)
    try renderer.open(length: node.code.length)
    defer { renderer.close() }
    let bytes = try renderer.capture { (renderer: inout Renderer) throws(Interruption) in
      try node.code.run(value, &renderer, inner, recursion: self, depth: depth)
    }
    return .text(Text(utf8: bytes, isSafe: node.escaping))
  }
}

/// `{% with %}`
final class WithNode: StatementNode, @unchecked Sendable {
  private let entry: ScopeEntry
  private let assignments: [(target: TargetCode, value: ExpressionNode)]
  private let body: [StatementNode]

  init(
    _ entry: ScopeEntry, _ assignments: [(target: TargetCode, value: ExpressionNode)], _ body: [StatementNode]
  ) {
    self.entry = entry
    self.assignments = assignments
    self.body = body
  }

  override func run(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) {
    entry.enter(frame)
    for (target, value) in assignments {
      try target.assign(try value.evaluate(&renderer, frame), &renderer, frame)
    }
    try body.run(&renderer, frame)
    entry.leave(frame)
  }
}
