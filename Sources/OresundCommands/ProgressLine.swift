import Synchronization

/// A line on a terminal that tells how far long work has come. Silent where nobody watches.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var lastShown = ContinuousClock.now
    var isShown = false
  }

  private static let interval = Duration.milliseconds(200)

  private let label: String
  private let total: Int
  /// How many steps pass between two looks at the clock.
  private let stride: Int
  private let isEnabled: Bool
  private let state = Mutex(State())

  init(_ label: String, total: Int, stride: Int = 64, isQuiet: Bool) {
    self.label = label
    self.total = total
    self.stride = stride
    isEnabled = !isQuiet && StandardError.isTerminal
  }

  func step() {
    guard isEnabled else { return }
    state.withLock { state in
      state.done += 1
      guard state.done.isMultiple(of: stride), ContinuousClock.now - state.lastShown >= Self.interval else {
        return
      }
      state.lastShown = ContinuousClock.now
      state.isShown = true
      StandardError.write("\r\(label) \(state.done) of \(total)\u{1B}[K")
    }
  }

  func finish() {
    state.withLock { state in
      if state.isShown { StandardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
