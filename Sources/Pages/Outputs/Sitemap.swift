/// `sitemap.xml` (sitemaps.org 0.9) with the alternates of each page in other languages.
enum Sitemap {
  struct Page: Sendable {
    /// The absolute address.
    let permalink: String
    /// The last change that the content tells of, as an ISO 8601 day.
    let lastModified: String?
    let alternates: [Alternate]
  }

  static func xml(of pages: [Page]) -> [UInt8] {
    var xml = XMLText()
    let namespaces: XMLText.Attributes = [
      ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
      ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]
    xml.element("urlset", namespaces) { xml in
      xml.raw("\n")
      for page in pages {
        xml.element("url") { xml in
          xml.element("loc", text: page.permalink)
          if let lastModified = page.lastModified { xml.element("lastmod", text: lastModified) }
          for alternate in page.alternates {
            xml.element(
              "xhtml:link",
              [("rel", "alternate"), ("hreflang", alternate.language), ("href", alternate.permalink)])
          }
        }
      }
    }
    return xml.bytes
  }
}
