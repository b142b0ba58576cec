public import Foundation

/// A file as a later look can tell it from another: what it holds and when it was written.
public struct FileState: Equatable, Sendable {
  public let bytes: [UInt8]
  public let modified: Date?
  /// The number of the file in its file system: a file that was replaced has another one.
  public let number: UInt64?
}

extension TemporaryFolder {
  /// All files below a folder with their states, by their paths in that folder.
  public func states(in path: String) throws -> [String: FileState] {
    let root = url.appendingPathComponent(path)
    return try Dictionary(
      uniqueKeysWithValues: files(in: path).map { name in
        let file = root.appendingPathComponent(name)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        let state = FileState(
          bytes: Array(try Data(contentsOf: file)), modified: attributes[.modificationDate] as? Date,
          number: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value)
        return (name, state)
      })
  }

  /// All files below a folder with their texts, by their paths in that folder.
  public func texts(in path: String) throws -> [String: String] {
    try states(in: path).mapValues { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
