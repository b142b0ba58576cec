/// What filters take as `attribute`: names and indices with dots between them.
struct AttributePath {
  private let parts: [Value]

  /// - Parameter attribute: A text, an integer or `none` for the value itself.
  init(_ attribute: Value) throws(Interruption) {
    switch attribute {
    case .none: parts = []
    case .text(let text): parts = Self.parts(text.string)
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    default: parts = [attribute]
    }
  }

  private init(_ path: String) { parts = Self.parts(path) }

  private static func parts(_ path: String) -> [Value] {
    path.split(separator: ".", omittingEmptySubsequences: false).map { part in
      if !part.isEmpty, part.allSatisfy({ $0.isASCII && $0.isNumber }), let index = Int(part) {
        return .integer(index)
      }
      return .string(String(part))
    }
  }

  /// Several paths with commas between them.
  static func list(_ attribute: Value) throws(Interruption) -> [AttributePath] {
    if case .text(let text) = attribute {
      return text.string.split(separator: ",", omittingEmptySubsequences: false).map {
        AttributePath(String($0))
      }
    }
    return [try AttributePath(attribute)]
  }

  /// - Parameter standard: What stands for what is undefined, unless it is `none`.
  func value(
    of item: Value, default standard: Value = .none, _ renderer: inout Renderer
  ) throws(Interruption) -> Value {
    var value = item
    try renderer.work.spend(parts.count &* Work.element)
    for part in parts {
      value = try value.item(part, &renderer)
      if !standard.isNone, case .undefined = value { value = standard }
    }
    return value
  }
}

extension Value {
  /// A text in small letters, anything else as it is: what orders without regard to case.
  func ignoringCase(_ work: inout Work) throws(Interruption) -> Value {
    guard case .text(let text) = self else { return self }
    try work.read(text)
    if !text.bytes.contains(where: { $0 >= 0x80 }) {
      guard text.bytes.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
      return .text(text.derived(text.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }))
    }
    return .text(text.derived(Casing.lower(text.scalars)))
  }
}

/// A stable sort whose comparison can fail.
enum Sorting {
  /// - Returns: The positions of the elements, in their new order.
  static func order(
    _ count: Int, reverse: Bool, _ isLess: (Int, Int) throws(Interruption) -> Bool
  ) throws(Interruption) -> [Int] {
    var positions = Array(0..<count)
    // Python reverses before and after, so that equal elements keep their order.
    if reverse { positions.reverse() }
    var scratch = positions
    var width = 1
    while width < count {
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        var (left, right, target) = (start, middle, start)
        while left < middle || right < end {
          let takesRight: Bool
          if left >= middle {
            takesRight = true
          } else if right >= end {
            takesRight = false
          } else {
            takesRight = try isLess(positions[right], positions[left])
          }
          scratch[target] = positions[takesRight ? right : left]
          if takesRight { right += 1 } else { left += 1 }
          target += 1
        }
        start = end
      }
      swap(&positions, &scratch)
      width *= 2
    }
    return reverse ? positions.reversed() : positions
  }
}
