import Testing

@testable import Preview

@Suite("What belongs together among changes")
struct BurstTests {
  private func burst(_ events: FolderEvent...) -> Burst {
    var burst = Burst()
    for event in events { burst.add(event) }
    return burst
  }

  @Test("A file that is saved is shown after a moment")
  func oneFile() {
    #expect(Burst().isEmpty)
    let saved = burst(.finished("a.md"))
    #expect(saved.quiet == 8)
    #expect(saved.changes == FolderChanges(paths: ["a.md"]))
  }

  @Test("A file that is saved by way of another is no longer in coming than one that is written")
  func rename() {
    let saved = burst(.opened("a.tmp"), .finished("a.tmp"), .gone("a.tmp"), .finished("a.md"))
    #expect(saved.quiet == 8)
    #expect(saved.changes == FolderChanges(paths: ["a.md", "a.tmp"]))
  }

  @Test("While a file is open, or gone and perhaps about to come back, there is more to come")
  func unfinished() {
    #expect(burst(.opened("a.md")).quiet == 500)
    #expect(burst(.gone("a.md")).quiet == 50)
    #expect(burst(.gone("a.md"), .opened("a.md")).quiet == 500)
    #expect(burst(.gone("a.md"), .opened("a.md"), .finished("a.md")).quiet == 8)
    #expect(burst(.opened("a.md"), .gone("a.md")).quiet == 8)
  }

  @Test("Many files take longer to come to rest")
  func many() {
    #expect(burst(.finished("a"), .finished("b"), .finished("c"), .finished("d")).quiet == 8)
    #expect(
      burst(.finished("a"), .finished("b"), .finished("c"), .finished("d"), .finished("e")).quiet == 100)
    #expect(burst(.finished("a"), .lost).quiet == 100)
    #expect(burst(.finished("a"), .lost).changes == .unknown)
  }

  /// Events that come one batch after the other.
  private final class Script: FolderSource {
    var batches: [[FolderEvent]]
    var asked: [Int?] = []

    init(_ batches: [[FolderEvent]]) { self.batches = batches }

    func events(within milliseconds: Int?) -> [FolderEvent] {
      asked.append(milliseconds)
      return batches.isEmpty ? [] : batches.removeFirst()
    }
  }

  @Test("A burst lasts until nothing happens, and is told once")
  func settling() {
    let files = (0..<1000).map { FolderEvent.finished("\($0).md") }
    let script = Script([
      Array(files[..<3]), Array(files[3..<700]), Array(files[700...]), [], [.gone("x")], [],
    ])
    var watcher = FolderWatcher(source: script)
    #expect(watcher.next(within: 10)?.paths?.count == 1000)
    #expect(script.asked == [10, 8, 100, 100])
    #expect(watcher.next() == FolderChanges(paths: ["x"]))
    #expect(watcher.next(within: 10) == nil)
  }
}
