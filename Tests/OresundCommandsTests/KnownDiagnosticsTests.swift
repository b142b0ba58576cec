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

  private static func texts(in folder: String, named ending: String) throws -> [String] {
    let folder = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(ending) }.sorted().map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }
}
