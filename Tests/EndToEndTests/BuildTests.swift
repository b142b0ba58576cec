import Foundation
import TestSupport
import Testing

@Suite("Building again, and on other machines")
struct BuildTests {
  @Test("The number of cores, the machine's language and its time zone change no byte")
  func sameBytes() async throws {
    let one = try SiteFolder()
    let two = try SiteFolder()
    let first = try await one.build("--jobs", "1", environment: ["LANG": "C", "LC_ALL": "C", "TZ": "UTC"])
    let second = try await two.build(
      "--jobs", "2",
      environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(first == second)
    #expect(first.status == 0)
    #expect(try one.published() == two.published())
  }

  @Test("A second build of the same site writes nothing")
  func unchanged() async throws {
    let site = try SiteFolder()
    let first = try await site.build()
    let before = try site.states()
    let count = before.count
    #expect(
      first
        == .init(status: 0, output: "public: \(count) files (\(count) written, 0 unchanged)\n", error: ""))
    #expect(
      try await site.build()
        == .init(status: 0, output: "public: \(count) files (0 written, \(count) unchanged)\n", error: ""))
    #expect(try site.states() == before)
  }

  @Test("What is no longer in the content leaves the site, what Oresund did not write stays")
  func removal() async throws {
    let site = try SiteFolder()
    _ = try await site.build()
    try site.folder.write(["public/mine.txt": "Mine.\n"])
    let before = try site.states()
    try FileManager.default.removeItem(
      at: site.folder.url.appendingPathComponent("content/news/2010-10-03-plain.en.md"))
    let outcome = try await site.build()
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let after = try site.states()
    #expect(
      Set(before.keys).subtracting(after.keys)
        == ["en/news/plain/index.html", "de/nachrichten/plain/index.html"])
    let untouched = after.filter { before[$0.key] == $0.value }.keys
    #expect(untouched.contains("mine.txt"))
    #expect(untouched.contains("en/news/first/index.html"))
    #expect(!untouched.contains("en/news/index.html"))
  }

  @Test("A link out of the templates folder is not followed")
  func templateLink() async throws {
    let site = try SiteFolder()
    try site.folder.write(["secret.txt": "secret"])
    try FileManager.default.createSymbolicLink(
      atPath: site.folder.url.appendingPathComponent("templates/assets/key.txt").path,
      withDestinationPath: "../../secret.txt")
    let outcome = try await site.build()
    let target = try #require(outcome.error.firstMatch(of: /to “([^”]*)\/secret.txt”/)).1
    #expect(
      outcome.error == """
        templates/assets/key.txt:1:1: error: this link leads out of its folder, to “\(target)/secret.txt” [link-not-followed]
            1 | secret
              | ^
          help: copy what it leads to
        1 error; nothing was published

        """)
    #expect(site.folder.files(in: "public").isEmpty)
  }

  @Test("A mistake in one file keeps the old site; the mended file gives the new one")
  func mending() async throws {
    let site = try SiteFolder()
    _ = try await site.build()
    let before = try site.states()
    let file = "content/news/2010-10-04-second.en.md"
    try site.folder.write([file: "---\ntitel: Second\n---\n"])
    #expect(try await site.build().status == 1)
    #expect(try site.states() == before)
    try site.folder.write([file: "---\ntitle: Second\n---\n"])
    #expect(try await site.build().status == 0)
    #expect(try site.published()["en/news/second/index.html"]?.contains("<h1>Second</h1>") == true)
  }

  @Test("Nothing is written by a check, and it finds what a build would find")
  func check() async throws {
    let site = try SiteFolder()
    try site.folder.write(["content/news/2010-10-04-second.en.md": "---\ntitle: Second\ntopics: [x]\n---\n"])
    let files = site.folder.files()
    let outcome = try await site.run(["check", "--today", SiteFolder.today])
    #expect(
      outcome
        == .init(
          status: 1, output: "",
          error: """
            content/news/2010-10-04-second.en.md:3:10: error: “x” is not in topics.yml [unknown-topic]
                3 | topics: [x]
                  |          ^
              help: use a key of topics.yml, or add this one there
            1 error; the site cannot be built

            """))
    #expect(site.folder.files() == files)
  }

  @Test("A site without a mistake passes the check")
  func checkPasses() async throws {
    let site = try SiteFolder()
    #expect(try await site.run(["check"]) == .init(status: 0, output: "Nothing to mend.\n", error: ""))
  }

  @Test("Two builds of one folder at the same time wait for each other")
  func together() async throws {
    let site = try SiteFolder()
    async let one = site.build("--quiet")
    async let two = site.build("--quiet")
    let outcomes = try await [one, two]
    #expect(outcomes.allSatisfy { $0 == .init(status: 0, output: "", error: "") })
    let alone = try await SiteFolder.published()
    #expect(try site.published() == alone.published())
  }

  @Test("An output folder that is not writable is told as that", .enabled(if: geteuid() != 0))
  func notWritable() async throws {
    let site = try await SiteFolder.published()
    let before = try site.states()
    let folder = site.folder.path + "/public"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    let outcome = try await site.build()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    #expect(outcome == Self.notWritable("public", "permission denied"))
    #expect(try site.states() == before)
  }

  // To root every folder is writable, but for those of the kernel.
  @Test(
    "An output folder that not even root can write to is told as that",
    .enabled(if: geteuid() == 0 && FileManager.default.fileExists(atPath: "/sys/kernel")))
  func notEvenByRoot() async throws {
    let outcome = try await SiteFolder().build("--output", "/sys/oresund")
    #expect(
      [
        Self.notWritable("/sys/oresund", "operation not permitted"),
        Self.notWritable("/sys/oresund", "read-only file system"),
      ].contains(outcome))
  }

  private static func notWritable(_ folder: String, _ reason: String) -> Oresund.Outcome {
    .init(
      status: 1, output: "",
      error: """
        error: the output folder “\(folder)” cannot be written to: \(reason) [output-not-writable]
          help: change the folder’s permissions, or name another one with --output
        1 error; nothing was published

        """)
  }
}
