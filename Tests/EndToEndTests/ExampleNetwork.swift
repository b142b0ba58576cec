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
  private static let manifest = source.appendingPathComponent("300-clusters.txt")

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

  /// The same network grown to a number of clusters, and agreements, meetings and news between them; its lists are
  /// longer, so that they do not fill the tree.
  init(clusters count: Int) throws {
    try self.init()
    let own = folder.files(in: "content/clusters").filter { $0.hasSuffix(".md") }
    let keys = Set(own.map { $0.split(whereSeparator: { $0 == "/" || $0 == "." })[0] })
    let topics = try folder.text("content/topics.yml").split(separator: "\n")
      .filter { $0.hasSuffix(":") && !$0.hasPrefix(" ") }.map { String($0.dropLast()) }
    let invented = InventedNetwork(clusters: count - keys.count, topics: topics)
    for (path, text) in invented.files { try folder.write(["content/\(path)": text]) }
    let site = try folder.text("content/site.yml").replacing("page_size: 5\n", with: "page_size: 50\n")
    try folder.write(["content/site.yml": site])
  }

  func build(_ options: String...) async throws -> Oresund.Outcome {
    try await Oresund.run(
      ["build", "--today", Self.today] + options, in: folder.url, environment: PagefindDouble.environment())
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

  /// The fingerprints of what it published with 300 clusters when that was recorded.
  static func expectedFingerprints() throws -> FileTree {
    FileTree(manifest: String(decoding: try Data(contentsOf: manifest), as: UTF8.self))
  }

  static func record(manifestOf tree: FileTree) throws { try Data(tree.manifest.utf8).write(to: manifest) }
}
