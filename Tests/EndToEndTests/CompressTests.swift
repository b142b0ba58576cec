import Foundation
import TestSupport
import Testing

@Suite("Compressed files")
struct CompressTests {
  @Test("With “compress: true”, text has smaller forms beside it, and they go with it")
  func compressed() async throws {
    let site = try SiteFolder()
    let configuration = try site.folder.text("content/site.yml")
    try site.folder.write(["content/site.yml": "\(configuration)compress: true\n"])
    _ = try await site.build()
    let files = Set(try site.states().keys)
    for path in ["sitemap.xml", "en/about/index.html", "api/clusters.json"] {
      #expect(files.isSuperset(of: [path, "\(path).gz", "\(path).br"]), "\(path)")
    }
    #expect(!files.contains("_headers.gz"))
    #expect(!files.contains { $0.contains(".gz.") || $0.contains(".br.") })

    try site.folder.write(["content/site.yml": configuration])
    _ = try await site.build()
    #expect(
      try !site.states().keys.contains { $0.hasSuffix("index.html.gz") || $0.hasSuffix("index.html.br") })
  }

  @Test("Two builds of the same give the same bytes")
  func repeatable() async throws {
    let site = try SiteFolder()
    let configuration = try site.folder.text("content/site.yml")
    try site.folder.write(["content/site.yml": "\(configuration)compress: true\n"])
    _ = try await site.build()
    let before = try site.states()
    _ = try await site.build()
    #expect(try site.states() == before)
  }
}
