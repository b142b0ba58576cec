/// What a build is about to do to the output folder: written before it is done, removed when it is. Whoever
/// finds one finishes what it says.
struct Journal: Hashable, Sendable {
  /// Where the staged files are.
  let staging: Staging.Location
  let steps: [PublishingStep]
  /// Of the manifest's bytes as they are to be.
  let manifest: ContentHash
}

extension Journal {
  private static let title = "oresund journal 1"

  /// Reads what ``bytes`` gives; `nil` if it is damaged.
  init?(bytes: [UInt8]) {
    guard let record = RecordFile(title: Self.title, bytes: bytes), record.lines.count >= 2,
      let staging = Staging.Location(rawValue: record.lines[0]),
      let manifest = ContentHash(record.lines[1])
    else { return nil }
    var steps: [PublishingStep] = []
    for line in record.lines.dropFirst(2) {
      guard let step = PublishingStep(recorded: line) else { return nil }
      steps.append(step)
    }
    self.init(staging: staging, steps: steps, manifest: manifest)
  }

  var bytes: [UInt8] {
    RecordFile(title: Self.title, lines: [staging.rawValue, manifest.text] + steps.map(\.recorded)).bytes
  }
}

extension PublishingStep {
  fileprivate init?(recorded line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "put", "replace":
      let fields = parts[1].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3, let hash = ContentHash(fields[0]), UInt64(fields[1]) != nil,
        let path = OutputPath(recorded: fields[2])
      else { return nil }
      self = .put(path, staged: String(fields[1]), hash: hash, replacing: parts[0] == "replace")
    case "remove":
      let fields = parts[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count == 2, let hash = ContentHash(fields[0]), let path = OutputPath(recorded: fields[1])
      else { return nil }
      self = .remove(path, hash: hash)
    case "remove-folder":
      guard let path = OutputPath(recorded: parts[1]) else { return nil }
      self = .removeFolder(path)
    default: return nil
    }
  }

  fileprivate var recorded: String {
    switch self {
    case .put(let path, let staged, let hash, let replacing):
      "\(replacing ? "replace" : "put") \(hash.text) \(staged) \(path)"
    case .remove(let path, let hash): "remove \(hash.text) \(path)"
    case .removeFolder(let path): "remove-folder \(path)"
    }
  }
}
