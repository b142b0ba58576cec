/// Numbers that look like chance and are the same in every run (Knuth’s MMIX generator).
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64 = 1) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }

  /// One of some, or `nil` of none.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int(next() >> 16) % elements.count]
  }

  /// Several different ones, in their order in the list.
  public mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var indices: Set<Int> = []
    while indices.count < min(count, elements.count) {
      indices.insert(Int(next() >> 16) % elements.count)
    }
    return indices.sorted().map { elements[$0] }
  }

  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() >> 16) % range.count
  }
}
