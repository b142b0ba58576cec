/// The state of one render.
struct Renderer: ~Copyable {
  let set: CompiledSet
  let bindings: HostBindings?
  var output: [UInt8]
  /// The modules that were imported without context, by their templates.
  var modules: [Int: ModuleValue] = [:]
  /// What refers to itself through macros, and is emptied at the end.
  private var cyclic: [Frame] = []
  private var namespaces: [NamespaceValue] = []
  private var contexts: [Context] = []
  private var openCalls = 0
  private var iterations = 0
  private let iterationLimit: Int
  private let stackBase: UInt

  init(
    set: CompiledSet, bindings: HostBindings?, output: consuming [UInt8],
    iterationLimit: Int = Limits.iterations
  ) {
    self.iterationLimit = iterationLimit
    self.set = set
    self.bindings = bindings
    self.output = output
    stackBase = Self.stackPosition()
  }

  // MARK: Output

  /// Appends the value as `{{ }}` prints it.
  @inline(__always)
  mutating func write(_ value: Value, escaping: Bool) throws(Interruption) {
    switch value {
    case .text(let text): write(text, escaping: escaping)
    case .integer(let value): NumberText.append(value, to: &output)
    default: try writeOther(value, escaping: escaping)
    }
  }

  @inline(__always)
  mutating func write(_ text: Text, escaping: Bool) {
    if escaping, !text.isSafe {
      HTMLEscaping.append(text.bytes, to: &output)
    } else {
      output.append(contentsOf: text.bytes)
    }
  }

  private mutating func writeOther(_ value: Value, escaping: Bool) throws(Interruption) {
    write(try value.text(), escaping: escaping)
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
  @inline(__always)
  mutating func countIteration() throws(Interruption) {
    iterations &+= 1
    if iterations > iterationLimit { throw Interruption(.limit(.iterations(iterationLimit))) }
    if output.count > Limits.bytes { throw Interruption(.limit(.outputLength)) }
  }

  /// Opens a template, a block or a macro within what is open.
  mutating func open() throws(Interruption) {
    let used = stackBase &- Self.stackPosition()
    // Stacks grow downwards; should one not, the count alone limits it.
    if openCalls >= Limits.calls || (used < UInt(Int.max) && used > UInt(Limits.stack)) {
      throw Interruption(.limit(.calls))
    }
    if output.count > Limits.bytes { throw Interruption(.limit(.outputLength)) }
    openCalls += 1
  }

  mutating func close() { openCalls -= 1 }

  @inline(never)
  private static func stackPosition() -> UInt {
    var marker: UInt8 = 0
    return withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
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
