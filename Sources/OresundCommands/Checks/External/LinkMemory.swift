import Foundation

/// What other sites answered in the last day, as the state folder keeps it. Who did not answer is asked again.
struct LinkMemory {
  private struct Entry {
    let time: Int
    let verdict: LinkVerdict
  }

  private static let heading = "oresund other sites 1"
  /// Seconds.
  private static let lifetime = 86_400

  private let folder: URL
  /// Seconds since 1970.
  private let now: Int
  private var entries: [String: Entry] = [:]

  /// Reads what is kept; nothing where there is no record, or one that is damaged: the folder may be deleted at
  /// any time.
  ///
  /// - Parameters:
  ///   - state: The state folder as given.
  ///   - now: Seconds since 1970.
  init(state: String, now: Int) {
    folder = URL(fileURLWithPath: state, isDirectory: true)
    self.now = now
    guard let bytes = FileManager.default.contents(atPath: Self.file(in: folder).path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first ?? "" == Self.heading else { return }
    for line in lines.dropFirst() {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, let time = Int(parts[1]), (now - Self.lifetime...now).contains(time),
        let verdict = Self.verdict(parts[2], parts[3])
      else { continue }
      entries[parts[0]] = Entry(time: time, verdict: verdict)
    }
  }

  private static func file(in folder: URL) -> URL { folder.appendingPathComponent("other-sites") }

  subscript(address: String) -> LinkVerdict? {
    get { entries[address]?.verdict }
    set { entries[address] = newValue.map { Entry(time: now, verdict: $0) } }
  }

  /// Keeps what is known.
  ///
  /// - Throws: What the file system says.
  func write() throws {
    let lines = entries.sorted { $0.key < $1.key }.compactMap { address, entry in
      Self.words(entry.verdict).map { "\(address)\t\(entry.time)\t\($0.0)\t\($0.1)\n" }
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("\(Self.heading)\n\(lines.joined())".utf8).write(to: Self.file(in: folder), options: .atomic)
  }

  private static func words(_ verdict: LinkVerdict) -> (String, String)? {
    switch verdict {
    case .fine: ("fine", "")
    case .gone(let status): ("gone", String(status))
    case .moved(let address): ("moved", address)
    case .unreachable: nil
    }
  }

  private static func verdict(_ word: String, _ detail: String) -> LinkVerdict? {
    switch word {
    case "fine": .fine
    case "gone": Int(detail).map { .gone(status: $0) }
    case "moved": .moved(to: detail)
    default: nil
    }
  }
}
