#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Notices what happens in folders by looking at all their files again and again.
struct FolderPoll: FolderSource {
  /// Milliseconds between two looks; after a long one more, so that looking takes a small part of the time.
  private static let interval = 500
  private static let share = 10

  private let scope: WatchedFolders
  private var states: [String: FolderListing.State]

  init(_ scope: WatchedFolders) {
    self.scope = scope
    states = Self.look(scope)
  }

  private static func look(_ scope: WatchedFolders) -> [String: FolderListing.State] {
    scope.roots.reduce(into: [:]) { states, root in
      states.merge(FolderListing.states(below: root, in: scope)) { first, _ in first }
    }
  }

  mutating func events(within milliseconds: Int?) -> [FolderEvent] {
    var left = milliseconds ?? .max
    while true {
      let pause = min(left, Self.interval)
      usleep(UInt32(pause) * 1000)
      left -= pause
      let start = ContinuousClock.now
      let events = compare(Self.look(scope))
      if !events.isEmpty { return events }
      let duration = Int((ContinuousClock.now - start) / .milliseconds(1))
      if left <= 0 { return [] }
      let rest = min(left, duration * Self.share)
      usleep(UInt32(clamping: rest * 1000))
      left -= rest
    }
  }

  private mutating func compare(_ now: [String: FolderListing.State]) -> [FolderEvent] {
    let before = states
    states = now
    let changed = now.filter { before[$0.key] != $0.value }.map { FolderEvent.finished($0.key) }
    return changed + before.keys.filter { now[$0] == nil }.map { .gone($0) }
  }
}
