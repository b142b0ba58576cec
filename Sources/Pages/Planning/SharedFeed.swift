import SiteGraph
import Synchronization

/// A feed that is made once for its two formats, which are asked for one after the other, and kept no longer.
final class SharedFeed: Sendable {
  private let site: Site
  private let make: @Sendable () -> Feed
  private let made = Mutex<(feed: Feed, revision: Int)?>(nil)

  init(of site: Site, _ make: @escaping @Sendable () -> Feed) {
    self.site = site
    self.make = make
  }

  /// The feed: made for who asks first, and left for who asks next, unless the site's texts change in between.
  func take() -> Feed {
    let revision = site.revision
    let left = made.withLock { made in
      defer { made = nil }
      return made
    }
    if let left, left.revision == revision { return left.feed }
    let feed = make()
    made.withLock { $0 = (feed, revision) }
    return feed
  }
}
