import Synchronization

/// A feed that is made once for its two formats, which are asked for one after the other, and kept no longer.
final class SharedFeed: Sendable {
  private let make: @Sendable () -> Feed
  private let made = Mutex<Feed?>(nil)

  init(_ make: @escaping @Sendable () -> Feed) {
    self.make = make
  }

  /// The feed: made for who asks first, and left for who asks next.
  func take() -> Feed {
    let left = made.withLock { made in
      defer { made = nil }
      return made
    }
    if let left { return left }
    let feed = make()
    made.withLock { $0 = feed }
    return feed
  }
}
