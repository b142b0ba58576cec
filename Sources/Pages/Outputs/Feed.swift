/// A feed as all its formats tell it.
struct Feed: Sendable {
  struct Item: Sendable {
    /// A tag URI (RFC 4151) that survives a change of address.
    let id: String
    let title: String
    let titleLanguage: String
    let permalink: String
    /// The language of the page that `permalink` leads to.
    let language: String
    /// The day of publication, ISO 8601; `nil` where the content does not tell it.
    let published: String?
    /// The day of the last change, ISO 8601; never one to come.
    let updated: String
    let summary: (text: String, language: String)?
    /// HTML with absolute addresses.
    let content: (html: [UInt8], language: String)?
    let author: String
    /// The absolute address of its picture.
    let image: String?
    /// The names of its topics, for the feed's readers.
    let tags: [String]
  }

  /// A tag URI (RFC 4151).
  let id: String
  let title: String
  let language: String
  let address: FeedAddress
  let author: String
  /// What is to come, the soonest first, and then the newest first.
  let items: [Item]

  /// The moment at which a day begins in UTC (RFC 3339).
  static func midnight(_ day: String) -> String { "\(day)T00:00:00Z" }
}
