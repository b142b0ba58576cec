import Testing

@testable import Pages

@Suite("Sitemaps")
struct SitemapTests {
  /// The files of a sitemap by path.
  private func files(_ pages: [String], size: Int = 100, limits: Sitemap.Limits) -> [String: String] {
    let planned = pages.map { address in
      Sitemap.PlannedPage(size: size) {
        Sitemap.Page(permalink: address, lastModified: nil, alternates: [])
      }
    }
    let files = Sitemap.files(of: planned, limits: limits) { "https://network.example\($0)" }
    return Dictionary(
      uniqueKeysWithValues: files.map { file in
        switch file.content {
        case .bytes(let bytes): (file.path, String(decoding: bytes, as: UTF8.self))
        case .made(let make): (file.path, String(decoding: make(), as: UTF8.self))
        case .copy, .page: (file.path, "")
        }
      })
  }

  @Test("What one file may not hold is told apart, with an index of the files")
  func index() {
    let limits = Sitemap.Limits(pages: 2, bytes: 10_000)
    #expect(files(["a", "b"], limits: limits).keys.sorted() == ["sitemap.xml"])
    let files = files(["a", "b", "c"], limits: limits)
    #expect(
      files["sitemap.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://network.example/sitemap-1.xml</loc>
        </sitemap>
        <sitemap><loc>https://network.example/sitemap-2.xml</loc>
        </sitemap>
        </sitemapindex>

        """)
    #expect(files["sitemap-1.xml"]?.contains("<loc>b</loc>") == true)
    #expect(
      files["sitemap-2.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url><loc>c</loc>
        </url>
        </urlset>

        """)
    #expect(files.count == 3)
  }

  @Test("Bytes count, too, and no page is left out")
  func bytes() {
    let limits = Sitemap.Limits(pages: 100, bytes: 1000)
    #expect(files(["a", "b", "c"], size: 350, limits: limits).count == 3)
    #expect(
      files(["a", "b"], size: 5000, limits: limits).keys.sorted() == [
        "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml",
      ])
    #expect(files([], limits: limits).keys.sorted() == ["sitemap.xml"])
  }

  @Test("An entry never takes more bytes than are counted for it")
  func size() {
    let address = "https://network.example/de/nachrichten/x/"
    let alternates = ["en", "x-default"].map { Alternate(language: $0, path: "", permalink: address) }
    let page = Sitemap.Page(permalink: address, lastModified: "2010-10-01", alternates: alternates)
    let length = address.utf8.count
    let size = Sitemap.size(address: length, alternates: [length, length])
    let files = Sitemap.files(of: [.init(size: size) { page }]) { $0 }
    guard case .made(let make)? = files.first?.content else {
      Issue.record("there is one file")
      return
    }
    #expect(make().count < size + 300)
  }

  @Test("One file has 50,000 addresses and 50 MB at most, as sitemaps.org says")
  func standard() {
    let full = files(Array(repeating: "a", count: 50_000), limits: .standard)
    #expect(full.keys.sorted() == ["sitemap.xml"])
    let more = files(Array(repeating: "a", count: 50_001), limits: .standard)
    #expect(more.keys.sorted() == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])
    #expect(more["sitemap-1.xml"]?.count(of: "<url>") == 50_000)
    #expect(more["sitemap-2.xml"]?.count(of: "<url>") == 1)
    #expect(files(["a", "b"], size: 24_000_000, limits: .standard).count == 1)
    #expect(files(["a", "b", "c"], size: 24_000_000, limits: .standard).count == 3)
  }
}

extension String {
  /// How often another text is in this one.
  fileprivate func count(of other: String) -> Int {
    split(separator: other, omittingEmptySubsequences: false).count - 1
  }
}
