import Dispatch
import Foundation
import Synchronization

/// Runs what may recurse deeply: worker threads have small stacks.
enum LargeStack {
  /// Bytes; only what is touched is ever used.
  private static let size = 64 << 20

  /// The result of the body, which runs on a thread of its own while the caller waits.
  static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> Value {
    let result = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = body()
      result.value.withLock { $0 = value }
      done.signal()
    }
    thread.stackSize = size
    thread.start()
    done.wait()
    // The thread has signalled after writing, so that there is a value; without one, run here.
    return result.value.withLock { $0 } ?? body()
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
