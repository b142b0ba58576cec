import Foundation
import Testing

/// Small sites with mistakes, and what is said about them to the letter.
///
/// A fixture is a text file: files of a content folder, each after a line `=== path`, and the report after
/// `=== report`. With `RECORD_FIXTURES=1` in the environment the reports are written anew, and the run fails.
@Suite("Mistakes in content")
struct FixtureTests {
  @Test("Every mistake is told at its place", arguments: Fixture.names)
  func mistake(name: String) throws {
    let fixture = try Fixture(name)
    let site = try LoadedSite(fixture.files)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil, site.report != fixture.report {
      try fixture.record(site.report)
    }
    #expect(site.report == fixture.report)
  }
}

/// A fixture's file, taken apart.
private struct Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// The names of all fixtures, sorted.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  private(set) var files: [String: String] = [:]
  let report: String
  private let url: URL
  private let input: String

  init(_ name: String) throws {
    url = Self.folder.appendingPathComponent(name + ".txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    let marker = "=== report\n"
    let end = try #require(text.range(of: marker))
    input = String(text[..<end.upperBound])
    report = String(text[end.upperBound...])
    for part in text[..<end.lowerBound].components(separatedBy: "=== ").dropFirst() {
      let name = part.prefix { $0 != "\n" }
      files[String(name)] = String(part.dropFirst(name.count + 1))
    }
  }

  func record(_ report: String) throws {
    try (input + report).write(to: url, atomically: true, encoding: .utf8)
  }
}
