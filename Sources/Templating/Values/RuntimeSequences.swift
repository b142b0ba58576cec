/// What `range()` gives: numbers that are made when they are asked for.
final class RangeValue: RuntimeValue, @unchecked Sendable {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  /// - Throws: Where there are more numbers than a template may use.
  init(start: Int, stop: Int, step: Int) throws(Interruption) {
    let distance =
      step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    guard !distance.overflow, step != .min else { throw Interruption(.limit(.rangeLength)) }
    let width = abs(step)
    let count = distance.partialValue <= 0 ? 0 : (distance.partialValue - 1) / width + 1
    guard count <= Limits.elements else { throw Interruption(.limit(.rangeLength)) }
    (self.start, self.stop, self.step, self.count) = (start, stop, step, count)
  }

  override var kind: String { "a range" }
  override var length: Int? { count }

  func element(at index: Int) -> Value { .integer(start + index * step) }

  override func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value]? {
    (0..<count).map(element)
  }
}

/// What filters such as `map` and `select` give: elements that can be read once.
final class IteratorValue: RuntimeValue, @unchecked Sendable {
  private let result: Result<[Value], Interruption>
  private var isRead = false

  init(_ elements: [Value]) { result = .success(elements) }

  /// An iterator whose elements could not be made, which matters only if someone reads them.
  init(failure: Interruption) { result = .failure(failure) }

  override var kind: String { "an iterator" }
  override var contents: [Value] { (try? result.get()) ?? [] }
  override var printingRemedy: String? { "say “| join(\", \")” or “| list”" }

  override func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value]? {
    if isRead { throw Interruption(.iteratorReadTwice) }
    isRead = true
    return try result.get()
  }
}

/// One group of `groupby`: a pair that also has names.
final class GroupValue: RuntimeValue, @unchecked Sendable {
  let grouper: Value
  let items: [Value]

  init(grouper: Value, items: [Value]) {
    self.grouper = grouper
    self.items = items
  }

  override var kind: String { "a group" }
  override var length: Int? { 2 }
  override var contents: [Value] { pair }
  override var attributeNames: [String] { ["grouper", "list"] }

  var pair: [Value] { [grouper, .list(items)] }

  override func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value]? { pair }

  override func attribute(_ name: String, _ renderer: inout Renderer) throws(Interruption) -> Value? {
    switch name {
    case "grouper": grouper
    case "list": .list(items)
    default: nil
    }
  }
}
