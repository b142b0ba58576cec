extension Value {
  /// Whether two values are equal, as `==` says in Python.
  ///
  /// - Throws: Where one of them, or of their elements, is undefined.
  func isEqual(to other: Value, _ work: inout Work) throws(Interruption) -> Bool {
    switch (self, other) {
    case (.undefined(let undefined), _) where !undefined.isLenient,
      (_, .undefined(let undefined)) where !undefined.isLenient:
      throw Interruption(undefined: undefined)
    case (.undefined, .undefined): return true
    case (.undefined, _), (_, .undefined): return false
    case (.text(let a), .text(let b)):
      if a.bytes.count == b.bytes.count { try work.spend(a.bytes.count) }
      return a.bytes == b.bytes
    case (.none, .none): return true
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): return try Self.areEqual(a, b, &work)
    case (.map(let a), .map(let b)):
      guard a.count == b.count else { return false }
      for (key, value) in zip(a.keys, a.values) {
        try work.spend(Work.element)
        guard let other = try b.value(for: key, &work), try value.isIdenticalOrEqual(to: other, &work) else {
          return false
        }
      }
      return true
    case (.object(let a), .object(let b)): return a === b
    case (.runtime(let a), .runtime(let b)):
      if a === b { return true }
      if let a = a as? RangeValue, let b = b as? RangeValue {
        return a.count == b.count
          && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
      }
      if let a = a as? GroupValue, let b = b as? GroupValue {
        return try Self.areEqual(a.pair, b.pair, &work)
      }
      return false
    case (.runtime(let group as GroupValue), .tuple(let tuple)),
      (.tuple(let tuple), .runtime(let group as GroupValue)):
      return try Self.areEqual(group.pair, tuple, &work)
    default:
      return Number.compare(self, other) == .equal
    }
  }

  private static func areEqual(_ a: [Value], _ b: [Value], _ work: inout Work) throws(Interruption) -> Bool {
    guard a.count == b.count else { return false }
    for (a, b) in zip(a, b) {
      try work.spend(Work.element)
      if try !a.isIdenticalOrEqual(to: b, &work) { return false }
    }
    return true
  }

  /// How Python compares elements of containers: the same object is equal to itself, even a NaN.
  func isIdenticalOrEqual(to other: Value, _ work: inout Work) throws(Interruption) -> Bool {
    if case .undefined(let a) = self, case .undefined(let b) = other, a === b { return true }
    return try isEqual(to: other, &work)
  }

  /// Whether two values that hash are the same key of a map.
  func isSameKey(as other: Value, _ work: inout Work) throws(Interruption) -> Bool {
    switch (self, other) {
    case (.undefined, _), (_, .undefined): return false
    case (.tuple(let a), .tuple(let b)):
      guard a.count == b.count else { return false }
      for (a, b) in zip(a, b) {
        try work.spend(Work.element)
        if try !a.isSameKey(as: b, &work) { return false }
      }
      return true
    default: return try isEqual(to: other, &work)
    }
  }

  /// A hash that agrees with equality across number types.
  ///
  /// - Throws: Where the value cannot be a key.
  func pythonHash(_ work: inout Work) throws(Interruption) -> Int {
    switch self {
    case .none: return 0x5F0D
    case .boolean(let value): return value ? 1 : 0
    case .integer(let value): return value
    case .float(let value): return Int(exactly: value) ?? Int(truncatingIfNeeded: value.bitPattern)
    case .text(let text):
      try work.spend(text.bytes.count)
      return ValueMap.hash(text.bytes)
    case .tuple(let elements):
      var hash = 0x345678
      for element in elements {
        try work.spend(Work.element)
        hash = (hash &* 1_000_003) ^ (try element.pythonHash(&work))
      }
      return hash
    case .object(let object): return ObjectIdentifier(object).hashValue
    case .list, .map: throw Interruption(.unhashable(typeName))
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    case .runtime(let value): return ObjectIdentifier(value).hashValue
    }
  }

  /// Whether this value comes before another, as `<` says in Python.
  ///
  /// - Throws: Where their types have no order.
  func isLess(than other: Value, _ work: inout Work) throws(Interruption) -> Bool {
    try compare(to: other, "<", &work) == .less
  }

  /// The order of two values. `nil` where both are numbers and one is no number (NaN).
  func compare(to other: Value, _ symbol: String, _ work: inout Work) throws(Interruption) -> Order? {
    try work.spend(Work.element)
    switch (self, other) {
    case (.undefined(let undefined), _), (_, .undefined(let undefined)):
      throw Interruption(undefined: undefined)
    case (.text(let a), .text(let b)):
      let (order, length) = Order.compare(a.bytes, b.bytes)
      try work.spend(length)
      return order
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      for (a, b) in zip(a, b) where try !a.isIdenticalOrEqual(to: b, &work) {
        return try a.compare(to: b, symbol, &work)
      }
      return Order(a.count, b.count)
    case (.runtime(let group as GroupValue), _):
      return try Value.tuple(group.pair).compare(to: other, symbol, &work)
    case (_, .runtime(let group as GroupValue)): return try compare(to: .tuple(group.pair), symbol, &work)
    default:
      if isNumber, other.isNumber { return Number.compare(self, other) }
      throw Interruption(.unorderable(typeName, other.typeName, symbol: symbol))
    }
  }

  /// Whether `if` takes the value for true.
  func isTrue() throws(Interruption) -> Bool {
    switch self {
    case .none: false
    case .boolean(let value): value
    case .integer(let value): value != 0
    case .float(let value): value != 0
    case .text(let text): !text.isEmpty
    case .list(let elements), .tuple(let elements): !elements.isEmpty
    case .map(let map): !map.isEmpty
    case .object(let object): !object.isMapping || !object.attributeNames.isEmpty
    case .undefined(let undefined):
      if undefined.isLenient { false } else { throw Interruption(undefined: undefined) }
    case .runtime(let value): value.length != 0
    }
  }

  /// Whether `sameas` takes two values for one, as `is` says in Python; numbers and texts compare by value.
  func isIdentical(to other: Value) throws(Interruption) -> Bool? {
    switch (self, other) {
    case (.none, .none): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.object(let a), .object(let b)): a === b
    case (.runtime(let a), .runtime(let b)): a === b
    case (.undefined(let a), .undefined(let b)): a === b
    case (.integer(let a), .integer(let b)):
      // CPython keeps one object for each small integer; of others nobody can tell.
      a != b ? false : (-5...256).contains(a) ? true : nil
    case (.float, .float), (.text, .text), (.list, .list), (.tuple, .tuple), (.map, .map): nil
    default: false
    }
  }
}

/// The order of two values.
enum Order {
  case less
  case equal
  case greater

  init<T: Comparable>(_ a: T, _ b: T) { self = a < b ? .less : a == b ? .equal : .greater }

  /// The order of UTF-8 bytes, which is that of the scalars.
  init(_ a: [UInt8], _ b: [UInt8]) { self = Self.compare(a, b).order }

  /// - Returns: The order of UTF-8 bytes, and how many of them were compared.
  static func compare(_ a: [UInt8], _ b: [UInt8]) -> (order: Order, length: Int) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        let common = min(a.count, b.count)
        var index = 0
        while index < common {
          if a[index] != b[index] { return (a[index] < b[index] ? .less : .greater, index) }
          index &+= 1
        }
        return (Order(a.count, b.count), common)
      }
    }
  }
}
