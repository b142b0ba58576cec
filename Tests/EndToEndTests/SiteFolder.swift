import Foundation
import TestSupport

/// A small site in a folder of its own.
struct SiteFolder: Sendable {
  /// The day on which test sites are built.
  static let today = "2010-11-15"

  let folder: TemporaryFolder

  /// The site in `Fixtures/base`: English and German, one entry of most kinds, templates that show what is needed.
  init() throws {
    folder = try TemporaryFolder()
    for part in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: Fixtures.folder.appendingPathComponent("base/\(part)"),
        to: folder.url.appendingPathComponent(part))
    }
  }

  /// The base site as it was published a build ago.
  static func published() async throws -> SiteFolder {
    let original = try await publishedBase.value
    let site = try SiteFolder()
    for part in ["public", ".oresund"] {
      try FileManager.default.copyItem(
        at: original.folder.url.appendingPathComponent(part), to: site.folder.url.appendingPathComponent(part)
      )
    }
    return site
  }

  private static let publishedBase = Task {
    let site = try SiteFolder()
    let outcome = try await site.build()
    guard outcome.status == 0 else { throw BaseSiteFails(error: outcome.error) }
    return site
  }

  /// Runs `oresund build` with the tests' day.
  func build(_ options: String..., environment: [String: String] = [:]) async throws -> Oresund.Outcome {
    try await run(["build", "--today", Self.today] + options, environment: environment)
  }

  func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Oresund.Outcome {
    try await Oresund.run(arguments, in: folder.url, environment: environment)
  }

  /// What is published, by path.
  func published() throws -> [String: String] { try folder.texts(in: "public") }

  func states() throws -> [String: FileState] { try folder.states(in: "public") }
}

/// The base site, which every test starts from, cannot be built.
struct BaseSiteFails: Error {
  let error: String
}

enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
}
