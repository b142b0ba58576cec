import Foundation
import TestSupport
import Testing

@Suite("The handbook’s examples")
struct HandbookTests {
  @Test("The kind that docs/kinds.md declares can be built as it is written there")
  func kinds() async throws {
    let site = try TemporaryFolder()
    for folder in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: folder), to: site.url.appending(path: folder))
    }
    let files = try Self.files(in: "docs/kinds.md")
    #expect(files.count == 6)
    try site.write(files)

    let outcome = try await Oresund.run(
      ["build", "--today", SiteFolder.today, "--quiet"], in: site.url,
      environment: PagefindDouble.environment())
    #expect(outcome == .init(status: 0, output: "", error: ""))
    let page = try site.text("public/en/projects/harbour-grid/index.html")
    #expect(page.contains("<h1>A grid for the harbour</h1>"))
    #expect(page.contains("<dd>In the port of Copenhagen</dd>"))
    #expect(try site.text("public/de/projects/harbour-grid/index.html").contains("<dt>Ort</dt>"))
    #expect(try site.text("public/de/projects/index.html").contains("<h1>Projekte</h1>"))
  }

  /// The files that a page of the handbook shows, each below its path.
  private static func files(in page: String) throws -> [String: String] {
    let text = try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)
    let blocks = text.matches(of: /\n`(?<path>[a-z]+\/[^`\n]+)`\n\n```[a-z]+\n(?<text>(?:.|\n)*?)```\n/)
    return Dictionary(
      blocks.map { (String($0.output.path), String($0.output.text)) }, uniquingKeysWith: { first, _ in first }
    )
  }
}
