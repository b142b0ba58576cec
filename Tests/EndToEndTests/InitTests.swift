import Foundation
import TestSupport
import Testing

@Suite("A new site")
struct InitTests {
  private static func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> Oresund.Outcome {
    try await Oresund.run(arguments, in: folder.url, environment: PagefindDouble.environment())
  }

  @Test(
    "It can be built at once, without an error or a warning",
    arguments: ["en", "de", "en,de", "de,en", "en,fr", "ar,de,pt-BR", "fr,de,en"])
  func languages(tags: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Self.run(
      ["init", "site", "--languages", tags, "--name", "Häfen & \"Seen\": A", "--today", "2026-11-25"],
      in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("\n  cd site\n  oresund build "))
    let build = try await Oresund.run(
      ["build", "--quiet", "--today", "2026-11-25"], in: folder.url.appendingPathComponent("site"),
      environment: PagefindDouble.environment())
    #expect(build == Oresund.Outcome(status: 0, output: "", error: ""))
    for tag in tags.split(separator: ",") {
      let home = try folder.text("site/public/\(tag)/index.html")
      #expect(home.contains("<html lang=\"\(tag)\""))
      #expect(home.contains("Häfen &amp; &#34;Seen&#34;: A"))
    }
  }

  @Test(
    "It has an entry of each kind, the repository’s own templates, and no language that was not asked for")
  func files() async throws {
    let folder = try TemporaryFolder()
    _ = try await Self.run(["init", "site", "--today", "2026-11-25"], in: folder)
    let files = try FileTree(at: folder.url.appendingPathComponent("site")).files
    #expect(
      files.keys.filter { !$0.hasPrefix("templates/") }.sorted() == [
        ".gitignore", "content/agreements/2026-11-25-founding-agreement.en.md",
        "content/clusters/first-cluster.en.md", "content/events/2027-01-01-first-meeting.en.md",
        "content/news/2026-11-25-our-network-begins.en.md", "content/pages/about.en.md",
        "content/pages/imprint.en.md", "content/pages/joining.en.md", "content/pages/privacy.en.md",
        "content/site.yml",
        "content/static/favicon.svg", "content/topics.yml",
      ])
    let templates = try FileTree(at: Repository.root.appending(path: "templates")).files
    #expect(!templates.isEmpty)
    for (path, bytes) in templates { #expect(files["templates/\(path)"] == bytes, "\(path)") }
    #expect(files.keys.filter { $0.hasPrefix("templates/") }.count == templates.count)
  }

  @Test("Where a file is in the way, nothing is written")
  func inTheWay() async throws {
    let folder = try TemporaryFolder()
    try folder.write(["site/content/site.yml": "mine", "site/notes.txt": "mine, too"])
    let outcome = try await Self.run(["init", "site"], in: folder)
    #expect(
      outcome
        == Oresund.Outcome(
          status: 1, output: "",
          error: """
            error: “site” has “content/site.yml” that a new site would have [files-in-the-way]
              help: name a folder that is empty, or not there yet; nothing was written

            """))
    #expect(try FileTree(at: folder.url.appendingPathComponent("site")).files.count == 2)
  }

  @Test("Where Pagefind is not installed, the new site does without a search")
  func withoutSearch() async throws {
    let folder = try TemporaryFolder()
    let none = ["PAGEFIND_BINARY_PATH": ""]
    _ = try await Oresund.run(["init", "site"], in: folder.url, environment: none)
    let build = try await Oresund.run(
      ["build", "--quiet"], in: folder.url.appendingPathComponent("site"), environment: none)
    #expect(build == Oresund.Outcome(status: 0, output: "", error: ""))
  }

  @Test(
    "Wrong usage is told",
    arguments: [
      (
        ["--languages", "fr"],
        "The first texts are in English and German: add en or de to --languages, and remove it later."
      ),
      (["--languages", "en,en"], "A language is named twice in “en,en”."),
      (["--languages", "en,!"], "“!” is no language. Write its tag, such as en, de or pt-BR."),
      (["--name", " "], "A network needs a name."),
      (["--base-url", "here"], "“here” is no address of a site. Write it like https://example.org."),
      (["--today", "soon"], "“soon” is no day. Write it like 2010-10-01."),
    ])
  func usage(options: [String], message: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Self.run(["init", "site"] + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.error.split(separator: "\n").first ?? "" == "Error: \(message)")
  }
}
