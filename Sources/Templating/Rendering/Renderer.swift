/// The state of one render.
struct Renderer: ~Copyable {
  let set: CompiledSet
  let bindings: HostBindings?
  let includes: IncludeCache?
  var output: [UInt8]
  var work: Work
  /// The modules that were imported without context, by their templates.
  var modules: [Int: ModuleValue] = [:]
  /// What refers to itself through macros, and is emptied at the end.
  private var cyclic: [Frame] = []
  private var namespaces: [NamespaceValue] = []
  private var contexts: [Context] = []
  private var openCalls = 0
  /// How many calls were open at once, since this was set.
  private var deepest = 0
  /// The includes that are open.
  private var starts: [Start] = []
  private var iterations = 0
  private var containers = 0
  private let iterationLimit: Int
  private let stackBase: UInt

  init(
    set: CompiledSet, bindings: HostBindings?, includes: IncludeCache? = nil, output: consuming [UInt8],
    iterationLimit: Int = Limits.iterations, workLimit: Int = Limits.work
  ) {
    work = Work(limit: workLimit)
    self.iterationLimit = iterationLimit
    self.set = set
    self.bindings = bindings
    self.includes = includes
    self.output = output
    stackBase = Self.stackPosition()
  }

  // MARK: Output

  /// Appends the value as `{{ }}` prints it.
  @inline(__always)
  mutating func write(_ value: Value, escaping: Bool) throws(Interruption) {
    switch value {
    case .text(let text): try write(text, escaping: escaping)
    case .integer(let value): NumberText.append(value, to: &output)
    default: try writeOther(value, escaping: escaping)
    }
  }

  @inline(__always)
  mutating func write(_ text: Text, escaping: Bool) throws(Interruption) {
    if text.bytes.count > 1 << 16 { try checkOutput() }
    if escaping, !text.isSafe {
      HTMLEscaping.append(text.bytes, to: &output)
    } else {
      output.append(contentsOf: text.bytes)
    }
  }

  private mutating func writeOther(_ value: Value, escaping: Bool) throws(Interruption) {
    try write(try value.text(&work), escaping: escaping)
  }

  private func checkOutput() throws(Interruption) {
    if output.count > Limits.bytes { throw Interruption(.limit(.outputLength)) }
  }

  /// What the statements append, instead of appending it.
  mutating func capture(
    _ body: (inout Renderer) throws(Interruption) -> Void
  ) throws(Interruption) -> [UInt8] {
    var outer: [UInt8] = []
    swap(&outer, &output)
    let result: Result<Void, Interruption>
    do throws(Interruption) {
      try body(&self)
      result = .success(())
    } catch {
      result = .failure(error)
    }
    swap(&outer, &output)
    try result.get()
    return outer
  }

  // MARK: Limits

  /// Counts a round of a loop.
  ///
  /// - Parameter length: How long the loop is in the template, in bytes: so much may be done in a round.
  @inline(__always)
  mutating func countIteration(length: Int) throws(Interruption) {
    iterations &+= 1
    if iterations > iterationLimit { throw Interruption(.limit(.iterations(iterationLimit))) }
    try checkOutput()
    try work.spend(length)
  }

  /// Opens a template, a block or a macro within what is open.
  ///
  /// - Parameter length: How long it is, in bytes.
  mutating func open(length: Int) throws(Interruption) {
    try work.spend(length &+ Work.call)
    let used = stackBase &- Self.stackPosition()
    // Stacks grow downwards; should one not, the count alone limits it.
    if openCalls >= Limits.calls || (used < UInt(Int.max) && used > UInt(Limits.stack)) {
      throw Interruption(.limit(.calls))
    }
    try checkOutput()
    openCalls += 1
    if openCalls > deepest { deepest = openCalls }
  }

  mutating func close() { openCalls -= 1 }

  /// Counts a call of a filter or function of the host.
  mutating func spend(onHost arguments: CallableArguments) throws(Interruption) {
    try work.spend(Work.hostCall)
    if case .text(let text) = arguments.input { try work.spend(text.bytes.count &* Work.hostByte) }
  }

  /// Refuses what is so deep in lists and maps that going through it, or letting go of it, would fill the stack.
  ///
  /// Of the values that are assigned, and could grow from round to round, one in four is gone through.
  @inline(__always)
  mutating func checkDepth(_ value: Value) throws(Interruption) {
    guard value.isContainer else { return }
    containers &+= 1
    if containers & 3 == 0 { try value.checkDepth(&work) }
  }

  @inline(never)
  private static func stackPosition() -> UInt {
    var marker: UInt8 = 0
    return withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
  }

  // MARK: Includes

  /// Where an include begins, and what was done before it.
  private struct Start {
    /// `nil` where what it prints is of no use to other pages.
    let key: IncludeCache.Key?
    let output: Int
    let work: Int
    let iterations: Int
    let openCalls: Int
    let deepest: Int
  }

  /// Prints what an include printed when it read the same values, if that is known.
  mutating func writeKnown(_ key: IncludeCache.Key) throws(Interruption) -> Bool {
    guard let known = includes?[key], openCalls + known.depth <= Limits.calls else { return false }
    try work.spend(known.work)
    iterations &+= known.iterations
    if iterations > iterationLimit { throw Interruption(.limit(.iterations(iterationLimit))) }
    try checkOutput()
    deepest = max(deepest, openCalls + known.depth)
    output.append(contentsOf: known.bytes)
    return true
  }

  /// Notes that an include begins.
  mutating func startKeeping(_ key: IncludeCache.Key?) {
    starts.append(
      Start(
        key: key, output: output.count, work: work.spent, iterations: iterations, openCalls: openCalls,
        deepest: deepest))
    deepest = openCalls
  }

  /// Ends the include that began last, and keeps what it printed for other pages.
  mutating func keep() {
    guard let start = starts.popLast() else { return }
    if let key = start.key {
      includes?[key] = IncludeCache.Printed(
        bytes: Array(output[start.output...]), work: work.spent - start.work,
        iterations: iterations - start.iterations, depth: deepest - start.openCalls)
    }
    deepest = max(deepest, start.deepest)
  }

  // MARK: What refers to itself

  mutating func breakLater(_ frame: Frame) {
    if cyclic.last !== frame { cyclic.append(frame) }
  }

  mutating func breakLater(_ namespace: NamespaceValue) { namespaces.append(namespace) }

  mutating func breakLater(_ context: Context) { contexts.append(context) }

  /// Lets go of what would keep itself alive: macros that are variables of the frames that they close over.
  mutating func finish() {
    for frame in cyclic { frame.clear() }
    for namespace in namespaces { namespace.clear() }
    for context in contexts { context.values = [] }
    cyclic = []
    namespaces = []
    contexts = []
    modules = [:]
  }
}
