import Foundation
import Testing

@Suite("Every rule, from Markdown to HTML")
struct FixtureTests {
  /// `RECORD_FIXTURES=1 swift test` writes the files anew; read the difference before you keep it.
  private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil

  @Test("A fixture's HTML and diagnostics are what its file says", arguments: Fixture.all)
  func fixture(_ fixture: Fixture) {
    #expect(fixture.actual.trimmingCharacters(in: .newlines) == fixture.expected)
  }

  @Test("Fixtures are there, and are not being recorded")
  func recording() throws {
    #expect(Fixture.all.count > 10)
    if Self.records {
      try Fixture.record()
      Issue.record("the fixtures were written anew")
    }
  }
}
