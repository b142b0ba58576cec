import Foundation
import TestSupport
import Testing

@Suite("Known problems")
struct BaselineTests {
  private static let check = ["check", "--today", SiteFolder.today, "--baseline", "known.txt"]
  private static let topics = "content/topics.yml"

  private func site() throws -> SiteFolder {
    let site = try SiteFolder()
    let file = try site.folder.text("content/site.yml").replacing(
      "unused-topic: off", with: "unused-topic: error")
    try site.folder.write(["content/site.yml": file])
    return site
  }

  @Test("What is known is not told again, also where lines are added before it; what is new is")
  func known() async throws {
    let site = try site()
    #expect(try await site.run(["check", "--today", SiteFolder.today]).status == 1)
    let update = try await site.run(Self.check + ["--update-baseline"])
    #expect(
      update == .init(status: 0, output: "known.txt: 1 known problem\nNothing new to mend.\n", error: ""))

    let topics = try site.folder.text(Self.topics)
    try site.folder.write([Self.topics: "# Our topics\n\(topics)"])
    let again = try await site.run(Self.check)
    #expect(again == .init(status: 0, output: "Nothing new to mend.\n", error: ""))

    try site.folder.write([Self.topics: "\(topics)water: { en: Water, de: Wasser }\n"])
    let new = try await site.run(Self.check)
    #expect(new.status == 1)
    #expect(
      new.error == """
        content/topics.yml:3:1: error: no entry has the topic “water”, or one below it [unused-topic]
            3 | water: { en: Water, de: Wasser }
              | ^^^^^
          help: remove it from topics.yml, or give it to entries
        1 error; the check failed

        """)
  }

  @Test("A baseline says what, where, and which line by its text")
  func file() async throws {
    let site = try site()
    _ = try await site.run(Self.check + ["--update-baseline"])
    let text = try site.folder.text("known.txt")
    #expect(
      text.wholeMatch(of: /oresund baseline 1\nunused-topic\tcontent\/topics\.yml\t[0-9a-f]{16}\n/) != nil)
  }

  @Test("What cannot be published is always told")
  func errors() async throws {
    let site = try site()
    try site.folder.write(["content/news/2010-10-04-x.en.md": "---\ntitle: X\ntopics: [x]\n---\nText.\n"])
    let outcome = try await site.run(Self.check + ["--update-baseline"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "known.txt: 0 known problems\n")
    #expect(outcome.error.hasSuffix("1 error; the site cannot be built\n"))
  }

  @Test("--update-baseline without a file is a mistake in the command")
  func noFile() async throws {
    let outcome = try await site().run(["check", "--update-baseline"])
    #expect(outcome.status == 64)
    #expect(
      outcome.error.hasPrefix("Error: --update-baseline needs --baseline FILE, which says where.\n"))
  }
}
