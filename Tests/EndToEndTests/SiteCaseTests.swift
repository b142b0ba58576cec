import Foundation
import TestSupport
import Testing

@Suite("What editors, designers and webmasters get wrong, and what is fine")
struct SiteCaseTests {
  /// `RECORD_FIXTURES=1 swift test` writes the files anew; read the difference before you keep it.
  private static let records = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil
  private static let mistakes = SiteCase.all(in: "mistakes")
  private static let harmless = SiteCase.all(in: "fine")
  private static let checks = SiteCase.all(in: "checks")

  @Test("A mistake is told precisely, and leaves the old site untouched", arguments: mistakes)
  func reportsMistake(_ mistake: SiteCase) async throws {
    let site = try await mistake.site(isPublished: true)
    let before = try site.folder.states(in: "")
    let outcome = try await mistake.run(in: site)
    #expect(outcome == Oresund.Outcome(status: 1, output: "", error: mistake.error))
    let after = try site.folder.states(in: "")
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(after == before)
  }

  @Test("What looks odd but is fine is published", arguments: harmless)
  func publishes(_ fine: SiteCase) async throws {
    let site = try await fine.site(isPublished: false)
    let outcome = try await fine.run(in: site)
    #expect(outcome.status == 0)
    #expect(outcome.error == fine.error)
    let published = try site.published()
    for output in fine.outputs {
      #expect(SiteCase.output(output.path, of: published) == output.text, "\(output.path)")
    }
  }

  @Test("A check tells what should be mended, and writes nothing", arguments: checks)
  func looksThrough(_ check: SiteCase) async throws {
    let site = try await check.site(isPublished: false)
    let before = try site.folder.states(in: "")
    let outcome = try await check.run(in: site)
    #expect(outcome.error == check.error)
    #expect(outcome.output == (check.error.isEmpty ? "Nothing to mend.\n" : ""))
    #expect(outcome.status == (check.error.contains("error: ") ? 1 : 0))
    #expect(try site.folder.states(in: "") == before)
  }

  @Test("Fixtures are there, and are not being recorded")
  func recording() async throws {
    #expect(Self.mistakes.count + Self.checks.count > 60)
    #expect(Self.harmless.count > 5)
    #expect(Self.harmless.allSatisfy { !$0.outputs.isEmpty })
    if Self.records {
      try await SiteCase.record(Self.mistakes + Self.harmless + Self.checks)
      Issue.record("the fixtures were written anew")
    }
  }
}
