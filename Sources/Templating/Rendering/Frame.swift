/// The variables of one call of a unit: a template's body, a block, a macro.
///
/// The slots are raw memory because every name of every template goes through here; the compiler that numbers
/// them (``Unit``) gives each frame as many as its unit has, so that an index is never out of bounds.
/// Unchecked: belongs to one render and never leaves its thread.
final class Frame: @unchecked Sendable {
  let slots: UnsafeMutablePointer<Value?>
  private let count: Int
  /// The frame of the unit around this one.
  let parent: Frame?
  let context: Context

  init(slotCount: Int, parent: Frame?, context: Context) {
    count = slotCount
    slots = .allocate(capacity: max(1, slotCount))
    slots.initialize(repeating: nil, count: slotCount)
    self.parent = parent
    self.context = context
  }

  deinit {
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  /// Forgets all variables, macros that refer to this frame among them.
  func clear() {
    for index in 0..<count { slots[index] = nil }
  }
}

/// A variable as seen from a unit: so many units outwards, in this slot.
struct SlotReference: Sendable {
  let hops: Int
  let slot: Int

  @inline(__always)
  func value(_ frame: Frame) -> Value? {
    if hops == 0 { return frame.slots[slot] }
    return outer(frame).slots[slot]
  }

  @inline(__always)
  func set(_ value: Value?, _ frame: Frame) {
    if hops == 0 { frame.slots[slot] = value } else { outer(frame).slots[slot] = value }
  }

  private func outer(_ frame: Frame) -> Frame {
    var frame = frame
    for _ in 0..<hops { if let parent = frame.parent { frame = parent } }
    return frame
  }
}

/// What a scope does with its variables when it is entered and left.
struct ScopeEntry: Sendable {
  enum Load: Sendable {
    case resolve(symbol: Int)
    case alias(SlotReference)
    case undefined
  }

  let loads: [(slot: Int, load: Load)]
  let cleared: [Int]

  var isEmpty: Bool { loads.isEmpty && cleared.isEmpty }

  @inline(__always)
  func enter(_ frame: Frame) {
    for (slot, load) in loads {
      switch load {
      case .resolve(let symbol): frame.slots[slot] = frame.context.values[symbol]
      case .alias(let reference): frame.slots[slot] = reference.value(frame)
      case .undefined: frame.slots[slot] = nil
      }
    }
  }

  @inline(__always)
  func leave(_ frame: Frame) {
    for slot in cleared { frame.slots[slot] = nil }
  }
}
