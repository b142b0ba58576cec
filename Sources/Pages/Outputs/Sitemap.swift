/// `sitemap.xml` (sitemaps.org 0.9) with the alternates of each page in other languages; where there are too many
/// pages for one file, an index of several.
enum Sitemap {
  struct Page: Sendable {
    /// The absolute address.
    let permalink: String
    /// The last change that the content tells of, as an ISO 8601 day.
    let lastModified: String?
    let alternates: [Alternate]
  }

  /// A page whose entry is made when the sitemap is written.
  struct PlannedPage: Sendable {
    /// Bytes that its entry takes at most.
    let size: Int
    let make: @Sendable () -> Page
  }

  /// What one file may have.
  struct Limits {
    let pages: Int
    let bytes: Int

    /// Those of sitemaps.org.
    static let standard = Limits(pages: 50_000, bytes: 50_000_000)
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
  /// Bytes of a file or an element without its addresses, rounded up.
  private static let frame = 300
  private static let element = 120

  /// How many bytes a page's entry takes at most.
  ///
  /// - Parameters:
  ///   - address: The length of its address, in bytes.
  ///   - alternates: The lengths of the addresses that it names beside it.
  static func size(address: Int, alternates: [Int]) -> Int {
    alternates.reduce(element + address) { $0 + element + $1 }
  }

  /// The files: `sitemap.xml` alone, or as the index of `sitemap-1.xml`, `sitemap-2.xml` and so on.
  ///
  /// - Parameter permalink: The absolute address of a path of the site.
  static func files(
    of pages: [PlannedPage], limits: Limits = .standard, permalink: (String) -> String
  ) -> [PlannedFile] {
    let parts = parts(of: pages, limits: limits)
    if parts.count == 1 {
      return [PlannedFile(path: "sitemap.xml", content: .made { xml(of: pages.map { $0.make() }) })]
    }
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    let index = index(of: names.map { permalink("/\($0)") })
    return zip(names, parts).map { name, part in
      PlannedFile(path: name, content: .made { xml(of: part.map { $0.make() }) })
    } + [PlannedFile(path: "sitemap.xml", content: .bytes(index))]
  }

  /// The pages of each file, at least one.
  private static func parts(of pages: [PlannedPage], limits: Limits) -> [ArraySlice<PlannedPage>] {
    var parts: [ArraySlice<PlannedPage>] = []
    var start = 0
    var size = frame
    for (number, page) in pages.enumerated() {
      if number > start, number - start == limits.pages || size + page.size > limits.bytes {
        parts.append(pages[start..<number])
        start = number
        size = frame
      }
      size += page.size
    }
    return parts + [pages[start...]]
  }

  private static func index(of addresses: [String]) -> [UInt8] {
    var xml = XMLText()
    xml.element("sitemapindex", [("xmlns", namespace)]) { xml in
      xml.raw("\n")
      for address in addresses { xml.element("sitemap") { $0.element("loc", text: address) } }
    }
    return xml.bytes
  }

  private static func xml(of pages: [Page]) -> [UInt8] {
    var xml = XMLText()
    let namespaces: XMLText.Attributes = [
      ("xmlns", namespace), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
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
