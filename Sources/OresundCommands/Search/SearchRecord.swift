import Foundation
import Pagefind

/// The search index that was published last, as the state folder keeps it: one file, so that it costs no more to read
/// than its bytes.
struct SearchRecord {
  private static let heading = "oresund search 1"

  private let file: URL

  /// - Parameter state: The state folder as given.
  init(state: String) {
    file = URL(fileURLWithPath: state, isDirectory: true).appendingPathComponent("search")
  }

  /// Keeps an index.
  ///
  /// - Throws: What the file system says.
  func write(_ index: BuiltIndex) throws {
    var data = Data("\(Self.heading)\n\(index.fingerprint)\n".utf8)
    for file in index.files {
      data += Data("\(file.bytes.count) \(file.path)\n".utf8)
      data += file.bytes
    }
    try data.write(to: file, options: .atomic)
  }

  /// What was kept; nothing where there is no record, or one that is damaged: the folder may be deleted at any time.
  func read() -> BuiltIndex? {
    guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
    var rest = Array(data)[...]
    func line() -> String? {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { rest = rest[(end + 1)...] }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    guard line() == Self.heading, let fingerprint = line() else { return nil }
    var files: [IndexFile] = []
    while !rest.isEmpty {
      let parts = line()?.split(separator: " ", maxSplits: 1) ?? []
      guard parts.count == 2, let count = Int(parts[0]), count >= 0, count <= rest.count else { return nil }
      files.append(IndexFile(path: String(parts[1]), bytes: Array(rest.prefix(count))))
      rest = rest.dropFirst(count)
    }
    return BuiltIndex(fingerprint: fingerprint, files: files, isNew: false)
  }
}
