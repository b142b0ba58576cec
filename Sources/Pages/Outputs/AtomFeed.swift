/// An Atom 1.0 feed (RFC 4287).
struct AtomFeed: Sendable {
  struct Entry: Sendable {
    /// A tag URI (RFC 4151) that survives a change of address.
    let id: String
    let title: String
    let titleLanguage: String
    let permalink: String
    /// The language of the page that `permalink` leads to.
    let language: String
    /// The day of publication, ISO 8601.
    let published: String
    /// The day of the last change, ISO 8601.
    let updated: String
    let summary: (text: String, language: String)?
    /// HTML with absolute addresses.
    let content: (html: [UInt8], language: String)?
    let author: String
  }

  let id: String
  let title: String
  let language: String
  /// The address of the feed itself.
  let selfLink: String
  /// The address of the page that the feed belongs to.
  let alternateLink: String
  let author: String
  /// Newest first.
  let entries: [Entry]
  /// The day that stands for `updated` where there are no entries, ISO 8601.
  let epoch: String

  func xml() -> [UInt8] {
    var xml = XMLText()
    xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]) { xml in
      xml.raw("\n")
      xml.element("id", text: id)
      xml.element("title", text: title)
      xml.element("updated", text: Self.midnight(entries.map(\.updated).max() ?? epoch))
      xml.element("author") { $0.element("name", text: author) }
      xml.element("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", selfLink)])
      xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", alternateLink)])
      xml.element("generator", text: "Oresund")
      for entry in entries { write(entry, to: &xml) }
    }
    return xml.bytes
  }

  private func write(_ entry: Entry, to xml: inout XMLText) {
    /// `xml:lang`, where it differs from what the element would inherit.
    func lang(_ language: String) -> XMLText.Attributes {
      [("xml:lang", language == entry.language ? nil : language)]
    }
    xml.element("entry", [("xml:lang", entry.language == language ? nil : entry.language)]) { xml in
      xml.raw("\n")
      xml.element("id", text: entry.id)
      xml.element("title", lang(entry.titleLanguage), text: entry.title)
      xml.element(
        "link",
        [
          ("rel", "alternate"), ("type", "text/html"), ("hreflang", entry.language),
          ("href", entry.permalink),
        ])
      xml.element("published", text: Self.midnight(entry.published))
      xml.element("updated", text: Self.midnight(entry.updated))
      if entry.author != author { xml.element("author") { $0.element("name", text: entry.author) } }
      if let summary = entry.summary { xml.element("summary", lang(summary.language), text: summary.text) }
      if let content = entry.content {
        // References to the text's own headings and notes begin with “#”.
        xml.element(
          "content", lang(content.language) + [("type", "html"), ("xml:base", entry.permalink)]
        ) { $0.text(content.html) }
      }
    }
  }

  private static func midnight(_ day: String) -> String { "\(day)T00:00:00Z" }
}
