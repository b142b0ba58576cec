import Foundation
import TemplateCases
import Testing

/// What Tests/jinja/record.py recorded, compared with what our engine does.
@Suite struct FixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The fixtures of a folder, by their paths.
  static func fixtures(_ name: String) throws -> [(path: String, fixture: Fixture)] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: name), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "txt" }.map(\.path).sorted().map { path in
      (path, try Fixture([UInt8](Data(contentsOf: URL(filePath: path)))))
    }
  }

  @Test(
    "What is accepted renders to the same bytes as in Jinja2, what is refused is reported word for word",
    arguments: [
      "data", "errors", "expressions", "filters", "host", "mixed", "statements", "suite", "templates",
      "tests",
    ])
  func fixtures(folder: String) throws {
    let fixtures = try Self.fixtures(folder)
    #expect(!fixtures.isEmpty)
    for (path, fixture) in fixtures {
      switch fixture.test.run() {
      case .rendered(let bytes):
        #expect(fixture.report == nil, "\(path) was refused before")
        #expect(
          fixture.rendered.map { String(decoding: $0, as: UTF8.self) }
            == String(decoding: bytes, as: UTF8.self),
          "\(path)")
      case .refused(let report):
        #expect(fixture.report.map { $0 + "\n" } == fixture.test.text(report), "\(path)")
      }
    }
  }

  @Test("There are as many fixtures as were promised, and every folder of them is run")
  func count() throws {
    let files =
      FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)?
      .compactMap { ($0 as? URL)?.pathExtension == "txt" ? $0 : nil } ?? []
    #expect(files.count >= 400)
  }
}
