extension Value {
  /// `value.name`: an attribute, else an item.
  func attribute(_ name: AttributeName, _ renderer: inout Renderer) throws(Interruption) -> Value {
    switch self {
    case .object(let object):
      if let value = object.attribute(name.string) { return value }
      if object.isMapping, let method = try mapMethod(name.string) { return method }
    case .map(let map):
      if name.isMethodOfMaps {
        if let method = try mapMethod(name.string) { return method }
      }
      if let value = map.value(forKey: name.bytes, hash: name.hash) { return value }
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    case .runtime(let value):
      if let value = try value.attribute(name.string, &renderer) { return value }
    case .text(let text):
      if name.string == "lang", let language = text.language { return .string(language) }
    default: break
    }
    if PythonMethods.contains(name.string, of: self) {
      throw Interruption(.pythonMethod(name.string, of: typeName, remedy: PythonMethods.remedy(name.string)))
    }
    return .undefined(Undefined(.attribute(name.string, of: self, called: name.owner), at: name.place))
  }

  /// `value[key]`: an item, else an attribute.
  func item(_ key: Value, _ renderer: inout Renderer) throws(Interruption) -> Value {
    switch self {
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    case .list(let elements), .tuple(let elements):
      if let index = key.index {
        return Self.element(elements.count, index).map { elements[$0] } ?? missing(key)
      }
    case .text(let text):
      if let index = key.index {
        try renderer.work.read(text)
        let scalars = text.scalars
        return Self.element(scalars.count, index).map { .text(text.derived([scalars[$0]])) } ?? missing(key)
      }
    case .runtime(let range as RangeValue):
      if let index = key.index {
        return Self.element(range.count, index).map { range.element(at: $0) } ?? missing(key)
      }
    case .runtime(let group as GroupValue):
      if let index = key.index { return Self.element(2, index).map { group.pair[$0] } ?? missing(key) }
    case .map(let map):
      switch key {
      case .list, .map: return missing(key)
      default: if let value = try map.value(for: key, &renderer.work) { return value }
      }
    default: break
    }
    if case .text(let name) = key { return try attribute(AttributeName(name.string), &renderer) }
    if case .undefined(let undefined) = key { throw Interruption(undefined: undefined) }
    return missing(key)
  }

  private func missing(_ key: Value) -> Value { .undefined(Undefined(.item(key, of: self))) }

  private static func element(_ count: Int, _ index: Int) -> Int? {
    let position = index < 0 ? index + count : index
    return (0..<count).contains(position) ? position : nil
  }

  private func mapMethod(_ name: String) throws(Interruption) -> Value? {
    guard let method = MapMethod.Name(rawValue: name) else { return nil }
    return .runtime(MapMethod(method, of: self))
  }

  /// `value[start:stop:step]`, with Python's rules for what lies outside.
  func slice(
    start: Value, stop: Value, step: Value, _ work: inout Work
  ) throws(Interruption) -> Value {
    switch self {
    case .list(let elements):
      return .list(try Self.positions(elements.count, start, stop, step, &work).map { elements[$0] })
    case .tuple(let elements):
      return .tuple(try Self.positions(elements.count, start, stop, step, &work).map { elements[$0] })
    case .runtime(let group as GroupValue):
      return .tuple(try Self.positions(2, start, stop, step, &work).map { group.pair[$0] })
    case .text(let text):
      try work.read(text)
      let scalars = text.scalars
      return .text(
        text.derived(try Self.positions(scalars.count, start, stop, step, &work).map { scalars[$0] }))
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    default: throw Interruption(.wrongType(typeName, for: "a slice", expected: "a text, a list or a tuple"))
    }
  }

  private static func positions(
    _ count: Int, _ start: Value, _ stop: Value, _ step: Value, _ work: inout Work
  ) throws(Interruption) -> [Int] {
    let step = try bound(step) ?? 1
    if step == 0 {
      throw Interruption(.invalidValue("the step of a slice is 0", remedy: "give another, or none"))
    }
    let (lower, upper) = step > 0 ? (0, count) : (-1, count - 1)
    func clamped(_ value: Int?, _ otherwise: Int) -> Int {
      guard let value else { return otherwise }
      return value < 0 ? max(lower, value < -count ? lower : value + count) : min(value, upper)
    }
    let first = clamped(try bound(start), step > 0 ? lower : upper)
    let last = clamped(try bound(stop), step > 0 ? upper : lower)
    var positions: [Int] = []
    var position = first
    while step > 0 ? position < last : position > last {
      positions.append(position)
      let (next, overflow) = position.addingReportingOverflow(step)
      if overflow { break }
      position = next
    }
    try work.spend(positions.count &* Work.element)
    return positions
  }

  private static func bound(_ value: Value) throws(Interruption) -> Int? {
    switch value {
    case .none: return nil
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    default:
      guard let index = value.index else {
        throw Interruption(.wrongType(value.typeName, for: "a bound of a slice", expected: "an integer"))
      }
      return index
    }
  }
}

/// The name of an attribute with what looking it up in maps needs, and what a message says of it.
struct AttributeName: Sendable {
  let string: String
  let bytes: [UInt8]
  let hash: Int
  let isMethodOfMaps: Bool
  /// Where it stands in the template; `nil` where it is computed.
  let place: SourceSpan?
  /// What the template calls that which should have the attribute: `page`, `page.image`.
  let owner: String?

  init(_ string: String, of owner: String? = nil, at place: SourceSpan? = nil) {
    self.place = place
    self.owner = owner
    self.string = string
    bytes = Array(string.utf8)
    hash = ValueMap.hash(bytes)
    isMethodOfMaps = PythonMethods.ofMaps.contains(string)
  }
}
