import Foundation
import Synchronization

/// Threads that share out work. What comes back does not depend on their number.
struct Workers: Sendable {
  /// How many elements a worker takes at a time at most: few enough to balance, many enough to cost nothing.
  private static let largestChunk = 32
  /// Bytes; templates and Markdown may nest deeply.
  private static let stackSize = 16 << 20

  /// At least one.
  let count: Int

  init(count: Int) {
    self.count = max(1, count)
  }

  /// The results in the order of the elements.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let size = max(1, min(Self.largestChunk, elements.count / (count * 4)))
    let chunks = (elements.count + size - 1) / size
    let results = Mutex<[Int: [Result]]>([:])
    let next = Mutex(0)
    let group = DispatchGroup()
    for _ in 0..<min(count, chunks) {
      group.enter()
      let thread = Thread {
        while true {
          let chunk = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard chunk < chunks else { break }
          let range = chunk * size..<min((chunk + 1) * size, elements.count)
          let part = elements[range].map(transform)
          results.withLock { $0[chunk] = part }
        }
        group.leave()
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
    group.wait()
    return results.withLock { results in (0..<chunks).flatMap { results[$0] ?? [] } }
  }
}
