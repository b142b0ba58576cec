public import Foundation

/// A folder of its own for one test, removed when it is no longer held.
public final class TemporaryFolder: Sendable {
  public let url: URL

  /// - Parameter parent: Where it is made; default: the system's temporary folder.
  public init(in parent: URL = FileManager.default.temporaryDirectory) throws {
    url = parent.appendingPathComponent("oresund-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind in the system's temporary folder harms nothing.
    try? FileManager.default.removeItem(at: url)
  }

  public var path: String { url.path }

  /// Writes text files, given by their paths in this folder.
  public func write(_ files: [String: String]) throws {
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  public func write(_ bytes: [UInt8], to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file in this folder.
  public func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
  }

  /// The paths of all files in this folder, sorted; folders are not listed.
  public func files(in path: String = "") -> [String] {
    let root = path.isEmpty ? url : url.appendingPathComponent(path)
    guard let enumerator = FileManager.default.enumerator(atPath: root.path) else { return [] }
    return enumerator.compactMap { $0 as? String }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: root.appendingPathComponent($0).path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
