import SiteGraph
import Templating

/// What a feed is called and where it is published in each of its formats: beside the page that it belongs to.
struct FeedAddress: Hashable, Sendable {
  /// The formats, with their names and media types.
  enum Format: String, CaseIterable {
    case atom = "feed.xml"
    case json = "feed.json"

    var mediaType: String {
      switch self {
      case .atom: "application/atom+xml"
      case .json: "application/feed+json"
      }
    }
  }

  let title: String
  /// The path of the page, which ends in a slash.
  let page: String

  /// The path below the site's root.
  func path(_ format: Format) -> String { page + format.rawValue }

  /// `page.feeds`.
  func value(in site: Site) -> Value {
    .list(
      Format.allCases.map {
        .record([
          ("title", .string(title)), ("type", .string($0.mediaType)), ("url", .string(site.url(path($0)))),
        ])
      })
  }
}
