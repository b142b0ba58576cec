import Foundation
import Testing

@testable import OresundCommands

@Suite("The identifiers that site.yml may name")
struct KnownDiagnosticsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  @Test("All that the sources give to problems are known, and no others")
  func sources() throws {
    let found = try Set(
      Self.texts(in: "Sources", named: ".swift").flatMap { text in
        text.matches(of: /var identifier: String \{(?<body>[^}]*(?:\{[^}]*)?)\}/)
          .flatMap { $0.output.body.matches(of: /"(?<name>[a-z0-9]+(?:-[a-z0-9]+)+)"/) }
          .map { String($0.output.name) }
          + text.matches(of: /identifier: String = "(?<name>[a-z-]+)"/).map { String($0.output.name) }
      })
    let known = KnownDiagnostics.warnings.union(KnownDiagnostics.errors)
    #expect(found.count > 100)
    #expect(found.subtracting(known).sorted() == [], "add these to KnownDiagnostics")
    #expect(known.subtracting(found).sorted() == [], "remove these from KnownDiagnostics")
  }

  @Test("None is both a warning and always an error")
  func disjoint() {
    #expect(KnownDiagnostics.warnings.intersection(KnownDiagnostics.errors).sorted() == [])
  }

  @Test("All that the tests' sites are warned of are warnings")
  func recordedWarnings() throws {
    let warnings = try Set(
      Self.texts(in: "Tests/EndToEndTests/Fixtures", named: ".txt").flatMap { text in
        text.matches(of: /(?:^|: )warning: .* \[(?<name>[a-z0-9-]+)\]$/.anchorsMatchLineEndings())
          .map { String($0.output.name) }
      })
    #expect(!warnings.isEmpty)
    #expect(warnings.subtracting(KnownDiagnostics.warnings).sorted() == [])
  }

  @Test(
    "Each is explained once, in English and German alike", arguments: ["docs/errors.md", "docs/errors.de.md"])
  func handbook(page: String) throws {
    let rows = try Self.explanations(in: page)
    let known = KnownDiagnostics.warnings.union(KnownDiagnostics.errors)
    #expect(rows.map(\.identifier).sorted() == known.sorted())
    #expect(rows.filter { $0.message.isEmpty || $0.remedy.count < 8 }.map(\.identifier) == [])
  }

  @Test(
    "The messages that the handbook shows are those of the tests, where these have some",
    arguments: [
      "docs/errors.md", "docs/errors.de.md",
    ])
  func examples(page: String) throws {
    var told: [String: Set<String>] = [:]
    for text in try [".txt", ".swift", ".md", ".json", ".yml"].flatMap({
      try Self.texts(in: "Tests", named: $0)
    }) {
      for match in text.matches(of: /(?:error|warning): (?<message>.*) \[(?<name>[a-z0-9-]+)\]/) {
        told[String(match.output.name), default: []].insert(String(match.output.message))
      }
    }
    let others = try Self.explanations(in: page).filter { row in
      told[row.identifier].map { messages in
        !messages.contains { $0.contains("\\(") } && !messages.contains(row.message)
      } ?? false
    }
    #expect(others.map { "\($0.identifier): \($0.message)" } == [])
  }

  private struct Explanation {
    let identifier: String
    let message: String
    let remedy: String
  }

  /// The rows of a page's tables.
  private static func explanations(in page: String) throws -> [Explanation] {
    let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
    return text.matches(
      of: /^\| `(?<name>[a-z0-9-]+)` \| `+ ?(?<message>.*?) ?`+ \| (?<remedy>.*) \|$/
        .anchorsMatchLineEndings()
    )
    .map {
      Explanation(
        identifier: String($0.output.name), message: String($0.output.message).replacing("\\|", with: "|"),
        remedy: String($0.output.remedy))
    }
  }

  private static func texts(in folder: String, named ending: String) throws -> [String] {
    let folder = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(ending) }.sorted().map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }
}
