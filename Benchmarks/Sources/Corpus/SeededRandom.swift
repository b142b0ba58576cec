/// The SplitMix64 generator: the same numbers from the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of them.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  /// Several different ones, in their order in the list.
  mutating func pick<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var indices: Set<Int> = []
    while indices.count < min(count, elements.count) { indices.insert(Int(next() % UInt64(elements.count))) }
    return indices.sorted().map { elements[$0] }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
