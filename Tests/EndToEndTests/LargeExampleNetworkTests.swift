import Foundation
import Testing

@Suite("The Example Network with 300 clusters")
struct LargeExampleNetworkTests {
  /// `RECORD_FIXTURES=1 bin/test LargeExampleNetworkTests` writes the manifest anew. What its pages look like, the
  /// small network shows; here, look whether it should have changed at all.
  private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil

  @Test("Every file of the site has the fingerprint that was recorded")
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
