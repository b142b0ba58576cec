import Diagnostics
import Foundation
import Pages

/// The addresses that entries had when the site was published last, as the state folder keeps them.
struct AddressRecord {
  private struct Entry {
    let identifier: String
    let language: String
    let path: String
    let title: String
  }

  private static let heading = "oresund addresses 1"

  private let file: URL

  /// - Parameter state: The state folder as given.
  init(state: String) {
    file = URL(fileURLWithPath: state, isDirectory: true).appendingPathComponent("addresses")
  }

  /// The entries whose address is another today, each with a warning that names the old one. Where a file was
  /// renamed, the entry is known by its kind, language and title, if no other has the same.
  ///
  /// - Parameter paths: The paths of all files of the site as it is to be.
  func changes(to addresses: [EntryAddress], paths: Set<String>) -> [Diagnostic] {
    let former = read()
    guard !former.isEmpty else { return [] }
    let known = Dictionary(
      former.map { (Self.key($0.identifier, $0.language), $0) }, uniquingKeysWith: { first, _ in first })
    let today = Set(addresses.map { Self.key($0.identifier, $0.language) })
    let gone = Dictionary(
      grouping: former.filter { !today.contains(Self.key($0.identifier, $0.language)) },
      by: { Self.likeness($0.identifier, $0.language, $0.title) })
    return addresses.compactMap { address in
      let alike = gone[Self.likeness(address.identifier, address.language, address.title)] ?? []
      let before =
        known[Self.key(address.identifier, address.language)] ?? (alike.count == 1 ? alike.first : nil)
      guard let before, before.path != address.path, !paths.contains("\(before.path.dropFirst())index.html")
      else {
        return nil
      }
      return CommandProblem.addressChanged(from: before.path, to: address.path).at(address.place)
    }
  }

  /// Keeps today's addresses.
  ///
  /// - Throws: What the file system says.
  func write(_ addresses: [EntryAddress]) throws {
    let lines = addresses.map { "\($0.identifier)\t\($0.language)\t\($0.path)\t\($0.title)\n" }
    try Data("\(Self.heading)\n\(lines.joined())".utf8).write(to: file, options: .atomic)
  }

  /// What was kept; nothing where there is no record, or one that is damaged: the folder may be deleted at any time.
  private func read() -> [Entry] {
    guard let bytes = FileManager.default.contents(atPath: file.path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first ?? "" == Self.heading else { return [] }
    return lines.dropFirst().compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4 else { return nil }
      return Entry(identifier: parts[0], language: parts[1], path: parts[2], title: parts[3])
    }
  }

  private static func key(_ identifier: String, _ language: String) -> String { "\(identifier)\t\(language)" }

  private static func likeness(_ identifier: String, _ language: String, _ title: String) -> String {
    "\(identifier.prefix { $0 != "/" })\t\(language)\t\(title)"
  }
}
