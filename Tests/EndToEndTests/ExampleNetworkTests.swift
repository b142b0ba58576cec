import Foundation
import Testing

@Suite("The Example Network")
struct ExampleNetworkTests {
  @Test("Nothing is said about it, and what must not be seen is in no file")
  func hidden() async throws {
    let site = try ExampleNetwork()
    #expect(try await site.build("--quiet") == Oresund.Outcome(status: 0, output: "", error: ""))
    let published = try site.published()
    #expect(published.files.count > 300)
    let hidden = [
      // News from the future, expired, and drafts.
      "Nobody sees this", "Auch das sieht niemand", "Die deutsche Fassung ist in Arbeit",
      // A contact that is published nowhere.
      "kim@hafen.example", "Kim Muster", "Musterkai", "30 23125 123",
    ]
    for (path, bytes) in published.files {
      let text = String(decoding: bytes, as: UTF8.self)
      for words in hidden { #expect(!text.contains(words), "\(path)") }
    }
  }
}
