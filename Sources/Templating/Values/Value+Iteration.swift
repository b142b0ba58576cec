extension Value {
  /// The elements that a `for` loop goes through.
  ///
  /// - Throws: Where the value has none.
  func elements(_ renderer: inout Renderer) throws(Interruption) -> [Value] {
    switch self {
    case .list(let elements), .tuple(let elements):
      try renderer.work.spend(elements.count &* Work.element)
      return elements
    case .map(let map):
      try renderer.work.spend(map.count &* Work.element)
      return map.keys
    case .text(let text):
      try renderer.work.spend(text.bytes.count &* (Work.byte + 4 * Work.element))
      if text.bytes.count > Limits.elements, text.count > Limits.elements {
        throw Interruption(.limit(.elements))
      }
      return text.string.unicodeScalars.map { .text(Text([$0])) }
    case .object(let object) where object.isMapping:
      let names = object.attributeNames
      try renderer.work.spend(names.count &* Work.element)
      return names.map { .string($0) }
    case .undefined(let undefined):
      if undefined.isLenient { return [] }
      throw Interruption(undefined: undefined)
    case .runtime(let value):
      if let elements = try value.elements(&renderer) {
        try renderer.work.spend(elements.count &* Work.element)
        return elements
      }
      throw Interruption(.notIterable(typeName))
    default: throw Interruption(.notIterable(typeName))
    }
  }

  /// The number of elements, or `nil` where Python's `len` has none.
  func length() throws(Interruption) -> Int? {
    switch self {
    case .text(let text): text.count
    case .list(let elements), .tuple(let elements): elements.count
    case .map(let map): map.count
    case .object(let object): object.isMapping ? object.attributeNames.count : nil
    case .runtime(let value): value.length
    case .undefined(let undefined):
      if undefined.isLenient { 0 } else { throw Interruption(undefined: undefined) }
    default: nil
    }
  }

  /// Whether `element in self` holds.
  func contains(_ element: Value, _ renderer: inout Renderer) throws(Interruption) -> Bool {
    switch self {
    case .text(let text):
      guard case .text(let part) = element else {
        if case .undefined(let undefined) = element { throw Interruption(undefined: undefined) }
        throw Interruption(.wrongType(element.typeName, for: "“in” with a text", expected: "a text"))
      }
      try renderer.work.spend(text.bytes.count &+ part.bytes.count)
      return Search.contains(text.bytes, part.bytes)
    case .map(let map): return try map.value(for: element, &renderer.work) != nil
    case .object(let object) where object.isMapping:
      guard case .text(let name) = element else { return false }
      return object.attribute(name.string) != nil
    case .runtime(let range as RangeValue):
      guard let number = Number(element) else {
        if case .undefined(let undefined) = element { throw Interruption(undefined: undefined) }
        return false
      }
      guard let value = Int(exactly: number.double) else { return false }
      let offset = value - range.start
      return range.count > 0 && offset % range.step == 0 && (0..<range.count).contains(offset / range.step)
    default:
      for candidate in try elements(&renderer)
      where try candidate.isIdenticalOrEqual(to: element, &renderer.work) { return true }
      return false
    }
  }

  /// The pairs of key and value of something that is map-like.
  func items() throws(Interruption) -> [(key: Value, value: Value)]? {
    switch self {
    case .map(let map): return Array(zip(map.keys, map.values)).map { (key: $0, value: $1) }
    case .object(let object) where object.isMapping:
      return object.attributeNames.compactMap { name in object.attribute(name).map { (.string(name), $0) } }
    default: return nil
    }
  }
}
