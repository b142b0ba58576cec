import Diagnostics
import Foundation
import TestSupport

@testable import Publishing

/// A folder with `public` and a state folder in it, and what publishing tests do with them.
struct OutputTree {
  let root: TemporaryFolder
  /// Where a ``FaultySystem`` keeps what is removed.
  let graveyard: Folder
  var output: String { root.path + "/public" }
  var state: String { root.path + "/.oresund" }

  init() throws {
    // These tests make many small files: in memory, where there is such a place, they take a third of the time.
    let memory = URL(filePath: "/dev/shm")
    let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
    root = try hasMemory ? TemporaryFolder(in: memory) : TemporaryFolder()
    let system = OperatingSystem()
    try system.makeFolder("\(root.path)/graveyard", in: nil)
    graveyard = try system.openFolder("\(root.path)/graveyard", in: nil, followingLinks: true)
  }

  /// Publishes a site: all its pages and assets by their paths.
  ///
  /// - Parameter system: If there is none, the operating system, but not waiting for the device.
  @discardableResult
  func publish(
    pages: [String: String], assets: [String: String] = [:], system: (any FileSystem)? = nil,
    report: (PublishingTransaction.Event) -> Void = { _ in }
  ) throws(PublishingFailure) -> PublishingSummary {
    let transaction = try transaction(system: system, report: report)
    do throws(PublishingFailure) {
      for (role, files) in [(OutputRole.page, pages), (.asset, assets)] {
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
          try transaction.stage(path: path, role: role, bytes: Array(text.utf8))
        }
      }
    } catch {
      transaction.abandon()
      throw error
    }
    return try transaction.commit()
  }

  func transaction(
    system: (any FileSystem)? = nil, report: (PublishingTransaction.Event) -> Void = { _ in }
  ) throws(PublishingFailure) -> PublishingTransaction {
    try PublishingTransaction(
      output: output, state: state, system: system ?? FaultySystem(graveyard: graveyard), report: report)
  }

  /// All files in the output folder with their texts, folders with the text `/`, links with where they lead.
  func contents() throws -> [String: String] {
    var contents: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: output) ?? .init() {
      let full = "\(output)/\(path)"
      let attributes = try FileManager.default.attributesOfItem(atPath: full)
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory: contents[path + "/"] = "/"
      case .typeSymbolicLink:
        contents[path] = "→ \(try FileManager.default.destinationOfSymbolicLink(atPath: full))"
      default: contents[path] = String(decoding: try Data(contentsOf: URL(filePath: full)), as: UTF8.self)
      }
    }
    return contents
  }

  /// The files in the output folder with their texts; folders are not listed.
  func files() throws -> [String: String] {
    try contents().filter { $0.value != "/" }
  }

  /// What is in the state folder besides the manifest.
  func leftovers() -> [String] {
    root.files(in: ".oresund").filter { !$0.hasSuffix("/manifest") }
  }

  func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(root.path)/\(path)", withDestinationPath: destination)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root.path)/\(path)")
  }

  /// A failure's report as the user sees it, with this folder's path taken away.
  func text(_ failure: PublishingFailure?) -> String {
    text(failure?.problems ?? [])
  }

  func text(_ problems: [PublishingProblem]) -> String {
    let report = DiagnosticReport(problems.map { $0.at(nil) })
    return report.formatted(as: .text, sources: { _ in nil })
      .replacingOccurrences(of: root.path + "/", with: "")
  }
}
