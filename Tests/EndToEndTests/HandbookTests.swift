import Foundation
import TestSupport
import Testing

@Suite("The handbook’s examples")
struct HandbookTests {
  @Test("The kind that docs/kinds.md declares can be built as it is written there")
  func kinds() async throws {
    let site = try Self.site()
    let files = try Self.files(in: "docs/kinds.md")
    #expect(files.count == 6)
    try site.write(files)

    let outcome = try await Self.build(site)
    #expect(outcome == .init(status: 0, output: "", error: ""))
    let page = try site.text("public/en/projects/harbour-grid/index.html")
    #expect(page.contains("<h1>A grid for the harbour</h1>"))
    #expect(page.contains("<dd>In the port of Copenhagen</dd>"))
    #expect(try site.text("public/de/projects/harbour-grid/index.html").contains("<dt>Ort</dt>"))
    #expect(try site.text("public/de/projects/index.html").contains("<h1>Projekte</h1>"))
  }

  @Test(
    "Who does what the editors’ handbook says, step by step, publishes all that it shows, and is rid of it again",
    arguments: [
      (
        "docs/editors.md",
        [
          "en/news/a-trial-picture", "de/nachrichten/ein-bild-zur-probe", "en/clusters/a-trial-cluster",
          "en/events/a-trial-meeting",
        ]
      ),
      (
        "docs/editors.de.md",
        [
          "de/nachrichten/ein-bild-zur-probe", "en/news/a-trial-picture", "de/cluster/ein-cluster-zur-probe",
          "de/termine/ein-termin-zur-probe",
        ]
      ),
    ])
  func stepByStep(page: String, rest: [String]) async throws {
    let site = try Self.site()
    try Self.addCommands(to: site)
    let news = ["en/news/a-trial-item", "de/nachrichten/probe"]
    var steps = try Self.steps(in: page)
    #expect(steps.count == 14)
    // All that is told is published once more before it goes.
    steps.insert(.commands("bin/site\n"), at: steps.count - 1)
    var published: [[String]] = []
    for step in steps {
      switch step {
      // The preview has tests of its own.
      case .commands("bin/serve --open\n"): break
      case .commands(let commands):
        let outcome = try await Oresund.run(
          ["-euc", commands], in: site.url, environment: PagefindDouble.environment(), program: "/bin/bash")
        #expect(outcome.status == 0, "\(commands)")
        #expect(outcome.error == (commands.contains("bin/oresund") ? Self.firstTime : ""), "\(commands)")
        if commands.contains("bin/site\n") {
          published.append((news + rest).filter { Self.isFile("public/\($0)/index.html", in: site) })
          if published.count == 1 { try Self.checkNews(in: site) }
        }
      case .file(let path, let text):
        #expect(Self.isFile(path, in: site), "the commands before begin this file")
        try site.write([path: text])
      }
    }
    #expect(published == [news, news + rest, []])
  }

  private static func checkNews(in site: TemporaryFolder) throws {
    let english = try site.text("public/en/news/a-trial-item/index.html")
    #expect(english.contains("A trial item</h1>"))
    #expect(english.contains("<strong>important</strong>"))
    let german = try site.text("public/de/nachrichten/probe/index.html")
    #expect(german.contains("Eine Nachricht zur Probe</h1>"))
    #expect(german.contains("<strong>wichtig</strong>"))
    #expect(try site.text("public/de/feed.xml").contains("/de/nachrichten/probe/"))
  }

  private static func isFile(_ path: String, in site: TemporaryFolder) -> Bool {
    FileManager.default.fileExists(atPath: site.url.appending(path: path).path)
  }

  /// What `bin/oresund` says where no program is yet.
  private static let firstTime = "The program is being built, which takes some minutes the first time.\n"

  /// What a page tells to do.
  private enum Step {
    case commands(String)
    case file(String, text: String)
  }

  private static func steps(in page: String) throws -> [Step] {
    let blocks = try text(of: page).matches(
      of: /\n(?:```sh|`(?<path>content\/[^`\n]+)`\n\n```markdown)\n(?<text>(?:.|\n)*?)```\n/)
    return blocks.map { block in
      let text = String(block.output.text)
      return block.output.path.map { .file(String($0), text: text) } ?? .commands(text)
    }
  }

  /// Gives a site the repository’s commands as they are in a fresh clone, but with the program that the tests have
  /// built where `bin/release` would build one.
  private static func addCommands(to site: TemporaryFolder) throws {
    let commands = try [
      "oresund": text(of: "bin/oresund"), "site": text(of: "bin/site"), "setup": "#!/bin/sh\n",
      "release": "#!/bin/sh\necho '\(Oresund.executable.path)'\n",
    ]
    for (name, text) in commands {
      try site.write(["bin/\(name)": text])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: site.url.appending(path: "bin/\(name)").path)
    }
  }

  /// A copy of the repository’s own site.
  private static func site() throws -> TemporaryFolder {
    let site = try TemporaryFolder()
    for folder in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: folder), to: site.url.appending(path: folder))
    }
    return site
  }

  private static func build(
    _ site: TemporaryFolder, today: String = SiteFolder.today
  ) async throws -> Oresund.Outcome {
    try await Oresund.run(
      ["build", "--today", today, "--quiet"], in: site.url,
      environment: PagefindDouble.environment())
  }

  private static func text(of page: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)
  }

  /// The files that a page of the handbook shows, each below its path.
  private static func files(in page: String) throws -> [String: String] {
    let blocks = try text(of: page).matches(
      of: /\n`(?<path>[a-z]+\/[^`\n]+)`\n\n```[a-z]+\n(?<text>(?:.|\n)*?)```\n/)
    return Dictionary(
      blocks.map { (String($0.output.path), String($0.output.text)) }, uniquingKeysWith: { first, _ in first }
    )
  }
}
