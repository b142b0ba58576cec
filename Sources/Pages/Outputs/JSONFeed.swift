import Diagnostics
import SiteGraph

/// A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).
struct JSONFeed {
  let feed: Feed
  let site: Site

  func bytes() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", feed.title)
      json.member("home_page_url", site.permalink(feed.address.page))
      json.member("feed_url", site.permalink(feed.address.path(.json)))
      json.member("language", feed.language)
      write(author: feed.author, to: &json)
      json.array("items") { json in
        for item in feed.items {
          json.newline()
          write(item, to: &json)
        }
      }
    }
    json.end()
    return json.bytes
  }

  private func write(_ item: Feed.Item, to json: inout JSONText) {
    json.object { json in
      json.member("id", item.id)
      json.member("url", item.permalink)
      json.member("title", item.title)
      json.member("language", language(of: item))
      json.member("summary", item.summary?.text)
      if let content = item.content {
        json.key("content_html")
        json.string(utf8: content.html)
      } else {
        // An item must have one of the two.
        json.member("content_text", item.summary?.text ?? item.title)
      }
      json.member("image", item.image)
      json.member("date_published", item.published.map(Feed.midnight))
      json.member("date_modified", Feed.midnight(item.updated))
      if item.author != feed.author { write(author: item.author, to: &json) }
      if !item.tags.isEmpty { json.array("tags") { json in item.tags.forEach { json.string($0) } } }
    }
  }

  /// An item has one language: that of the text that takes longest to read.
  private func language(of item: Feed.Item) -> String {
    item.content?.language ?? item.summary?.language ?? item.titleLanguage
  }

  private func write(author: String, to json: inout JSONText) {
    json.array("authors") { json in json.object { $0.member("name", author) } }
  }
}
