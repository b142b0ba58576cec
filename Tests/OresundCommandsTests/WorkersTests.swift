import Foundation
import Synchronization
import Testing

@testable import OresundCommands

@Suite("Work on all cores")
struct WorkersTests {
  @Test("Results come in the order of the elements, whatever the number of threads", arguments: [0, 1, 2, 7])
  func order(count: Int) {
    for size in [0, 1, 2, 31, 32, 33, 1000] {
      let results = Workers(count: count).map(Array(0..<size)) { $0 * 2 }
      #expect(results == (0..<size).map { $0 * 2 })
    }
  }

  @Test("Every element is worked on once")
  func once() {
    let seen = Mutex<[Int: Int]>([:])
    _ = Workers(count: 4).map(Array(0..<500)) { element in
      seen.withLock { $0[element, default: 0] += 1 }
    }
    #expect(seen.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<500).map { ($0, 1) }))
  }

  @Test("What nests deeply has room on a worker’s stack")
  func stack() {
    @Sendable func depth(_ level: Int) -> Int { level == 0 ? 0 : 1 + depth(level - 1) }
    #expect(Workers(count: 2).map([20_000, 20_000]) { depth($0) } == [20_000, 20_000])
  }
}
