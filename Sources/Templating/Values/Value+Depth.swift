extension Value {
  /// Whether there may be other values in it.
  var isContainer: Bool {
    switch self {
    case .list, .tuple, .map, .runtime: true
    default: false
    }
  }

  /// - Throws: Where more lists and maps are within each other than may be.
  func checkDepth(_ work: inout Work) throws(Interruption) {
    var known: [UnsafeRawPointer: Int] = [:]
    _ = try depth(below: Limits.depth, &known, &work)
  }

  /// How many lists and maps are within each other here; those that are shared are gone through once.
  private func depth(
    below limit: Int, _ known: inout [UnsafeRawPointer: Int], _ work: inout Work
  ) throws(Interruption) -> Int {
    let parts: [[Value]]
    let identity: UnsafeRawPointer?
    switch self {
    case .list(let elements), .tuple(let elements): (parts, identity) = ([elements], Self.identity(elements))
    case .map(let map): (parts, identity) = ([map.keys, map.values], Self.identity(map.values))
    case .runtime(let value):
      (parts, identity) = ([value.contents], UnsafeRawPointer(Unmanaged.passUnretained(value).toOpaque()))
    default: return 0
    }
    if let identity, let depth = known[identity] {
      if depth > limit { throw Interruption(.limit(.depth)) }
      return depth
    }
    if limit == 0 { throw Interruption(.limit(.depth)) }
    var deepest = 0
    for elements in parts {
      try work.spend(elements.count)
      for element in elements where element.isContainer {
        deepest = max(deepest, try element.depth(below: limit - 1, &known, &work))
      }
    }
    if let identity { known[identity] = deepest + 1 }
    return deepest + 1
  }

  private static func identity(_ elements: [Value]) -> UnsafeRawPointer? {
    elements.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
  }
}
