/// The files in an output folder that we wrote.
struct Manifest: Hashable, Sendable {
  struct File: Hashable, Sendable {
    let role: OutputRole
    /// Of the bytes that we wrote.
    let hash: ContentHash
    /// Whether the last build did not have it any more.
    var isRetired = false
  }

  var files: [OutputPath: File]

  init(files: [OutputPath: File] = [:]) {
    self.files = files
  }
}

extension Manifest {
  private static let title = "oresund manifest 1"

  /// Reads what ``bytes`` gives; `nil` if it is damaged.
  init?(bytes: [UInt8]) {
    guard let record = RecordFile(title: Self.title, bytes: bytes) else { return nil }
    files = [:]
    files.reserveCapacity(record.lines.count)
    for line in record.lines {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let hash = ContentHash(parts[1]),
        let path = OutputPath(recorded: parts[2])
      else { return nil }
      switch parts[0] {
      case "page": files[path] = File(role: .page, hash: hash)
      case "asset": files[path] = File(role: .asset, hash: hash)
      case "retired": files[path] = File(role: .asset, hash: hash, isRetired: true)
      default: return nil
      }
    }
  }

  var bytes: [UInt8] {
    let lines = files.sorted { $0.key < $1.key }.map { path, file in
      "\(file.isRetired ? "retired" : file.role.rawValue) \(file.hash.text) \(path)"
    }
    return RecordFile(title: Self.title, lines: lines).bytes
  }
}
