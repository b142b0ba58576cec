import SiteGraph

/// A feed as Atom 1.0 (RFC 4287).
struct AtomFeed {
  /// The day that stands for `updated` where there are no entries: a feed must have one, and nothing may depend
  /// on the clock.
  static let epoch = "1970-01-01"

  let feed: Feed
  let site: Site

  func bytes() -> [UInt8] {
    var xml = XMLText()
    xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language)]) { xml in
      xml.raw("\n")
      xml.element("id", text: feed.id)
      xml.element("title", text: feed.title)
      xml.element("updated", text: Feed.midnight(feed.items.map(\.updated).max() ?? Self.epoch))
      xml.element("author") { $0.element("name", text: feed.author) }
      xml.element(
        "link",
        [
          ("rel", "self"), ("type", FeedAddress.Format.atom.mediaType),
          ("href", site.permalink(feed.address.path(.atom))),
        ])
      xml.element(
        "link", [("rel", "alternate"), ("type", "text/html"), ("href", site.permalink(feed.address.page))])
      xml.element("generator", text: "Oresund")
      for item in feed.items { write(item, to: &xml) }
    }
    return xml.bytes
  }

  private func write(_ item: Feed.Item, to xml: inout XMLText) {
    /// `xml:lang`, where it differs from what the element would inherit.
    func lang(_ language: String) -> XMLText.Attributes {
      [("xml:lang", language == item.language ? nil : language)]
    }
    xml.element("entry", [("xml:lang", item.language == feed.language ? nil : item.language)]) { xml in
      xml.raw("\n")
      xml.element("id", text: item.id)
      xml.element("title", lang(item.titleLanguage), text: item.title)
      xml.element(
        "link",
        [("rel", "alternate"), ("type", "text/html"), ("hreflang", item.language), ("href", item.permalink)])
      if let published = item.published { xml.element("published", text: Feed.midnight(published)) }
      xml.element("updated", text: Feed.midnight(item.updated))
      if item.author != feed.author { xml.element("author") { $0.element("name", text: item.author) } }
      if let summary = item.summary { xml.element("summary", lang(summary.language), text: summary.text) }
      if let content = item.content {
        // References to the text's own headings and notes begin with “#”.
        xml.element(
          "content", lang(content.language) + [("type", "html"), ("xml:base", item.permalink)]
        ) { $0.text(content.html) }
      }
    }
  }
}
