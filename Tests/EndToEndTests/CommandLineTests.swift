import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test(
    "Wrong usage exits with 64 and says what is right",
    arguments: [
      (["bild"], "Unexpected argument 'bild'"),
      (["build", "--todai", "2010-11-15"], "Unknown option '--todai'. Did you mean '--today'?"),
      (["build", "--today", "2010-13-01"], "“2010-13-01” is no day. Write it like 2010-10-01."),
      (
        ["build", "--base-url", "harbour.example"],
        "“harbour.example” is no address of a site. Write it like https://example.org or https://example.org/icn."
      ),
      (
        ["build", "--base-url", "https://me:secret@harbour.example"],
        "“https://me:secret@harbour.example” is no address of a site: a user’s name or password has no place in it. Write it like https://example.org or https://example.org/icn."
      ),
      (
        ["build", "--format", "xml"],
        "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text', 'json', 'github' or 'sarif'."
      ),
      (["build", "--jobs", "0"], "--jobs takes a number from 1, not 0."),
      (["check", "--output"], "Missing value for '--output <DIR>'"),
    ])
  func usage(arguments: [String], message: String) async throws {
    let site = try SiteFolder()
    let outcome = try await site.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.error.split(separator: "\n").first ?? "" == "Error: \(message)")
    #expect(try site.published().isEmpty)
  }

  @Test("Help says what a command does, with an example", arguments: [[], ["build"], ["check"]])
  func help(command: [String]) async throws {
    let outcome = try await SiteFolder().run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    #expect(outcome.output.contains("\nExample: oresund "))
    #expect(outcome.output.contains("--help"))
  }

  @Test("--version is the changelog’s newest, or of what is still to come")
  func version() async throws {
    let outcome = try await SiteFolder().run(["--version"])
    #expect(outcome == .init(status: 0, output: "0.1.0\n", error: ""))
    let changelog = try String(contentsOf: Repository.root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let headings = changelog.split(separator: "\n").filter { $0.hasPrefix("## ") }
    let newest = headings.first { $0 != "## Unreleased" } ?? "## 0.1.0"
    #expect(newest.hasPrefix("## 0.1.0"))
  }

  @Test("Without arguments, the program says what it can do")
  func noArguments() async throws {
    let site = try SiteFolder()
    let help = try await site.run(["--help"])
    #expect(try await site.run([]) == help)
  }

  @Test("--quiet says nothing where nothing is wrong; --timings goes to standard error")
  func quiet() async throws {
    let site = try SiteFolder()
    #expect(try await site.build("--quiet") == .init(status: 0, output: "", error: ""))
    let timed = try await site.build("--quiet", "--timings")
    #expect(timed.output == "")
    #expect(
      timed.error.split(separator: "\n").map {
        $0.prefix { !$0.isNumber }.trimmingCharacters(in: .whitespaces)
      }
        == ["content", "templates", "site graph", "plan", "render", "publish", "total"])
  }

  @Test(
    "Diagnostics come as JSON, as GitHub's commands and as SARIF", arguments: ["json", "github", "sarif"])
  func formats(format: String) async throws {
    let site = try SiteFolder()
    try site.folder.write(["content/news/2010-10-04-second.en.md": "---\ntitle: Second\ntopic: [x]\n---\n"])
    let outcome = try await site.build("--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    if format == "github" {
      #expect(
        outcome.error == """
          ::error file=content/news/2010-10-04-second.en.md,line=3,col=1,endColumn=6,title=unknown-key::\
          unknown key “topic” in a news entry%0Adid you mean “topics”?

          """)
    } else {
      let document = try JSONSerialization.jsonObject(with: Data(outcome.error.utf8))
      #expect(document is [String: Any])
      #expect(outcome.error.contains("\"unknown-key\""))
      #expect(outcome.error.contains("content/news/2010-10-04-second.en.md"))
    }
  }

  @Test("Nothing wrong is an empty document of its format", arguments: ["json", "github", "sarif"])
  func formatsWithoutProblems(format: String) async throws {
    let outcome = try await SiteFolder().build("--quiet", "--format", format)
    #expect(outcome.status == 0)
    if format == "github" {
      #expect(outcome.error == "")
    } else {
      #expect(try JSONSerialization.jsonObject(with: Data(outcome.error.utf8)) is [String: Any])
      #expect(!outcome.error.contains("\"error\""))
    }
  }
}
