import Compression
import Foundation
import Testing

@Suite("The Example Network with 300 clusters")
struct LargeExampleNetworkTests {
  /// `RECORD_FIXTURES=1 bin/test LargeExampleNetworkTests` writes the manifest anew. What its pages look like, the
  /// small network shows; here, look whether it should have changed at all.
  private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil

  /// Bytes.
  private static let largestMap = 40_000

  @Test("Every file has the fingerprint that was recorded, and no map takes more than 40 KB on its way")
  func wholeTree() async throws {
    let site = try ExampleNetwork(clusters: 300)
    let outcome = try await site.build("--quiet")
    #expect(outcome.status == 0, "\(outcome.error)")
    let published = try site.published()
    if Self.records {
      try ExampleNetwork.record(manifestOf: published)
      Issue.record("the manifest was recorded anew")
    }
    let difference = try ExampleNetwork.expectedFingerprints().difference(to: published.fingerprints)
    if !difference.isEmpty { Issue.record("\(difference)") }
    for path in ["en/index.html", "de/index.html", "ar/index.html", "en/clusters/index.html"] {
      let page = String(decoding: try #require(published.files[path]), as: UTF8.self)
      let map = try #require(page.firstMatch(of: /<svg class="map-drawing"(?:.|\n)*?<\/svg>/)?.output)
      let size = try #require(ContentEncoding.gzip.encode(Array(map.utf8))).count
      #expect(size <= Self.largestMap, "\(path)")
    }
  }

  @Test("A manifest has a line for each file, and is read as it was written")
  func manifest() {
    let tree = FileTree(["b c.html": Array("two".utf8), "a.html": []])
    #expect(
      tree.manifest == """
        4fd0bfc1 a.html
        13684410 b c.html

        """)
    #expect(FileTree(manifest: tree.manifest).difference(to: tree.fingerprints) == "")
  }
}
