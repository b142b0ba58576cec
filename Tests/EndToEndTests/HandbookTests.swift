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
    "Who does what the editors’ handbook says, step by step, gets a news item in both languages",
    arguments: ["docs/editors.md", "docs/editors.de.md"])
  func stepByStep(page: String) async throws {
    let site = try Self.site()
    // All that is told until it is removed again.
    let told = try #require(try Self.text(of: page).split(separator: "\nrm -r ", maxSplits: 1).first)
    let files = try Self.files(in: page)
    var begun: [String] = []
    for command in told.matches(of: /\nbin\/oresund (?<arguments>new .*)/) {
      // Texts in quotation marks are one argument.
      let arguments = command.output.arguments.matches(of: /"([^"]*)"|([^ "]+)/).map {
        String($0.output.1 ?? $0.output.2 ?? "")
      }
      let outcome = try await Oresund.run(arguments, in: site.url)
      #expect(outcome.status == 0)
      #expect(outcome.error == "")
      begun += outcome.output.split(separator: "\n").map(String.init).filter { files[$0] != nil }
    }
    #expect(begun.sorted() == files.keys.sorted())
    let copies = told.matches(of: /\ncp (?<from>\S+) (?<to>\S+)/)
    #expect(copies.count == 1)
    for copy in copies {
      try FileManager.default.copyItem(
        at: site.url.appending(path: String(copy.output.from)),
        to: site.url.appending(path: String(copy.output.to)))
    }
    try site.write(files)
    let outcome = try await Self.build(site, today: "2011-01-15")
    #expect(outcome == .init(status: 0, output: "", error: ""))
    let pages =
      page.hasSuffix(".de.md")
      ? [
        "de/nachrichten/ein-bild-zur-probe", "en/news/a-trial-picture", "de/cluster/ein-cluster-zur-probe",
        "de/termine/ein-termin-zur-probe",
      ]
      : [
        "en/news/a-trial-picture", "de/nachrichten/ein-bild-zur-probe", "en/clusters/a-trial-cluster",
        "en/events/a-trial-meeting",
      ]
    for page in pages { #expect(try site.text("public/\(page)/index.html").contains("</h1>")) }
    let english = try site.text("public/en/news/a-trial-item/index.html")
    #expect(english.contains("A trial item</h1>"))
    #expect(english.contains("<strong>important</strong>"))
    let german = try site.text("public/de/nachrichten/probe/index.html")
    #expect(german.contains("Eine Nachricht zur Probe</h1>"))
    #expect(german.contains("<strong>wichtig</strong>"))
    #expect(try site.text("public/de/feed.xml").contains("/de/nachrichten/probe/"))
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
