/// `loop`: where a `for` is, and its next element.
final class LoopValue: RuntimeValue, @unchecked Sendable {
  private var source: [Value]
  private var position = 0
  /// Picks the elements that the loop is for, as it comes to them.
  private var filter: ((Value, inout Renderer) throws(Interruption) -> Bool)?
  private let recursion: RecursiveLoop?
  private let depth: Int

  private var index = -1
  private var before: Value?
  private var current: Value?
  private var after: Value?
  private var counted: Int?
  private var lastChanged: [Value]?

  init(
    _ source: [Value], filter: ((Value, inout Renderer) throws(Interruption) -> Bool)?,
    recursion: RecursiveLoop?,
    depth: Int
  ) {
    self.source = source
    self.filter = filter
    self.recursion = recursion
    self.depth = depth
  }

  /// Goes on to the next element.
  func advance(_ renderer: inout Renderer) throws(Interruption) -> Value? {
    let element: Value?
    if let after {
      element = after
      self.after = nil
    } else {
      element = try pull(&renderer)
    }
    guard let element else { return nil }
    index += 1
    before = current
    current = element
    return element
  }

  /// Lets go of the condition once there is no next element.
  func end() {
    if filter != nil, counted == nil { counted = index + 1 }
    filter = nil
  }

  private func pull(_ renderer: inout Renderer) throws(Interruption) -> Value? {
    while position < source.count {
      let element = source[position]
      position += 1
      guard let filter else { return element }
      if try filter(element, &renderer) { return element }
    }
    return nil
  }

  private func peek(_ renderer: inout Renderer) throws(Interruption) -> Value? {
    if after == nil { after = try pull(&renderer) }
    return after
  }

  private func count(_ renderer: inout Renderer) throws(Interruption) -> Int {
    if let counted { return counted }
    var count = source.count
    if filter != nil {
      var rest: [Value] = []
      while let element = try pull(&renderer) { rest.append(element) }
      source = rest
      position = 0
      filter = nil
      count = rest.count + index + 1 + (after == nil ? 0 : 1)
    }
    counted = count
    return count
  }

  override var kind: String { "“loop”" }
  override var printingRemedy: String? { "print loop.index or another attribute of it" }
  override var isCallable: Bool { true }
  override var attributeNames: [String] {
    [
      "index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem",
      "nextitem", "cycle", "changed",
    ]
  }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    switch name {
    case "index": .integer(index + 1)
    case "index0": .integer(index)
    case "revindex": .integer(try count(&renderer) - index)
    case "revindex0": .integer(try count(&renderer) - index - 1)
    case "first": .boolean(index == 0)
    case "last": .boolean(try peek(&renderer) == nil)
    case "length": .integer(try count(&renderer))
    case "depth": .integer(depth + 1)
    case "depth0": .integer(depth)
    case "previtem": before ?? .undefined(Undefined(.reason("there is no previous item")))
    case "nextitem": try peek(&renderer) ?? .undefined(Undefined(.reason("there is no next item")))
    case "cycle", "changed": .runtime(LoopMethod(self, name))
    default: nil
    }
  }

  fileprivate func cycle(_ values: [Value]) throws(Interruption) -> Value {
    guard !values.isEmpty else { throw Interruption(.missingArgument("values", of: "loop.cycle")) }
    return values[index % values.count]
  }

  fileprivate func changed(_ values: [Value], _ work: inout Work) throws(Interruption) -> Value {
    if let lastChanged, lastChanged.count == values.count {
      var isSame = true
      for (a, b) in zip(lastChanged, values) where isSame {
        isSame = try a.isIdenticalOrEqual(to: b, &work)
      }
      if isSame { return false }
    }
    lastChanged = values
    return true
  }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    guard let recursion else {
      throw Interruption(
        .invalidValue("this loop is not recursive", remedy: "write “recursive” at the end of the “for”"))
    }
    let arguments = try CallableDeclaration("loop", [.init("iterable")]).bind(call)
    return try recursion.run(arguments[0], depth: depth + 1, &renderer)
  }
}

/// `loop.cycle` or `loop.changed`.
final class LoopMethod: RuntimeValue, @unchecked Sendable {
  private let loop: LoopValue
  private let name: String

  init(_ loop: LoopValue, _ name: String) {
    self.loop = loop
    self.name = name
  }

  override var kind: String { "the method “\(name)” of “loop”" }
  override var printingRemedy: String? { "call it: loop.\(name)(…)" }
  override var isCallable: Bool { true }

  override func call(
    _ call: CallArguments, _ renderer: inout Renderer, _ caller: Context
  ) throws(Interruption) -> Value {
    if let keyword = call.keywords.first {
      throw Interruption(.unknownArgument(keyword.name, of: "loop.\(name)", suggestion: nil))
    }
    return name == "cycle"
      ? try loop.cycle(call.positional) : try loop.changed(call.positional, &renderer.work)
  }
}
