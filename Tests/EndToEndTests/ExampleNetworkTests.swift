import Foundation
import TestSupport
import Testing

@Suite("The Example Network, file by file")
struct ExampleNetworkTests {
  /// `RECORD_FIXTURES=1 bin/test ExampleNetworkTests` writes the tree anew; read the difference before you keep it.
  private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil

  @Test("Every file of the site is as it was recorded")
  func wholeTree() async throws {
    let site = try ExampleNetwork()
    _ = try await site.build("--quiet")
    let published = try site.published()
    if Self.records {
      try ExampleNetwork.record(published)
      Issue.record("the site was recorded anew")
    }
    let difference = try ExampleNetwork.expected().difference(to: published)
    if !difference.isEmpty { Issue.record("\(difference)") }
  }

  @Test("A difference says which files are missing or extra, and where one differs first")
  func difference() {
    let expected = FileTree([
      "a.html": Array("one\ntwo\nthree\n".utf8), "b.html": Array("b".utf8), "c.html": Array("c\n".utf8),
      "same.html": [0xFF],
    ])
    let found = FileTree([
      "a.html": Array("one\nzwei\ndrei\n".utf8), "c.html": Array("c\n!".utf8), "d.html": [],
      "same.html": [0xFF],
    ])
    #expect(
      expected.difference(to: found) == """
        differs: a.html:2
          - two
          + zwei
        missing: b.html
        differs: c.html:2
          -\u{20}
          + !
        extra: d.html

        """)
    #expect(expected.difference(to: expected) == "")
  }

  /// Three texts that the site has on purpose in some of its languages only.
  private static let warnings = """
    content/organisations.yml:13:15: warning: “Model Society” has no text in “ar”, so readers get that in “en” [missing-label]
       13 |   name: { en: Model Society, de: Mustergesellschaft }
          |               ^^^^^^^^^^^^^
      help: write “ar: …” beside it
    content/site.yml:32:26: warning: “Gulf of Nowhere” has no text in “de” or “ar”, so readers get that in “en” [missing-label]
       32 |   gulf-of-nowhere: { en: Gulf of Nowhere, members: [ma, pt] }
          |                          ^^^^^^^^^^^^^^^
      help: write “de: …” and “ar: …” beside it
    content/topics.yml:19:22: warning: “Climate, water and raw materials.” has no text in “de” or “ar”, so readers get that in “en” [missing-label]
       19 |   description: { en: "Climate, water and raw materials." }
          |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: write “de: …” and “ar: …” beside it

    """

  @Test("Only what it lacks on purpose is said about it, and what must not be seen is in no file")
  func hidden() async throws {
    let site = try ExampleNetwork()
    #expect(try await site.build("--quiet") == Oresund.Outcome(status: 0, output: "", error: Self.warnings))
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

  @Test("A string that none of the repository’s own templates uses is told")
  func unusedString() async throws {
    let site = try ExampleNetwork()
    let path = "templates/strings/de.yml"
    let strings = (try? site.folder.text(path)) ?? ""
    try site.folder.write([path: strings + "nobody_says_this: Nichts\n"])
    let outcome = try await site.build("--quiet")
    #expect(
      outcome.error.contains("warning: no template uses the string “nobody_says_this” [unused-string]\n"))
  }
}
