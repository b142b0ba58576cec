import Foundation
import TestSupport

/// The site in `ExampleNetwork/`: an invented network in English, German and Arabic with every feature of every
/// kind, made with the repository's own templates and a few of its own laid over them.
struct ExampleNetwork {
  /// The day on which it is built: some events are over, others to come, and one news item is not out yet.
  static let today = "2027-02-10"

  private static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("ExampleNetwork")
  private static let templates = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../templates").standardizedFileURL
  private static let recorded = source.appendingPathComponent("public")

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let content = Self.source.appendingPathComponent("content")
    try FileManager.default.copyItem(at: content, to: folder.url.appendingPathComponent("content"))
    try FileManager.default.copyItem(at: Self.templates, to: folder.url.appendingPathComponent("templates"))
    for (path, bytes) in try FileTree(at: Self.source.appendingPathComponent("templates")).files {
      try folder.write(bytes, to: "templates/\(path)")
    }
  }

  func build(_ options: String...) async throws -> Oresund.Outcome {
    try await Oresund.run(["build", "--today", Self.today] + options, in: folder.url)
  }

  func published() throws -> FileTree { try FileTree(at: folder.url.appendingPathComponent("public")) }

  /// What it published when it was recorded.
  static func expected() throws -> FileTree { try FileTree(at: recorded) }

  /// Keeps what it publishes today as what is expected.
  static func record(_ tree: FileTree) throws {
    if FileManager.default.fileExists(atPath: recorded.path) {
      try FileManager.default.removeItem(at: recorded)
    }
    try tree.write(to: recorded)
  }
}
