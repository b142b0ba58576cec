import Synchronization

/// The open connections to which changes are told.
final class LiveEvents: Sendable {
  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  }

  private let state = Mutex(State())

  var count: Int { state.withLock { $0.listeners.count } }

  /// The messages from now on: the given one, and what is sent later. Who is slow gets the last one only, since
  /// it says all.
  func listen(from first: [UInt8]) -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.next += 1
      state.listeners[state.next] = continuation
      return state.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
    }
    continuation.yield(first)
    return stream
  }

  func send(_ message: [UInt8]) {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield(message) }
  }
}
