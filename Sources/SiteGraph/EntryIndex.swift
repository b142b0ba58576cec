import Content
import Diagnostics

/// Finds entries by the names that references use: a file's name, its date optional.
struct EntryIndex: Sendable {
  /// All entries of the content, hidden ones among them.
  let entries: [Entry]
  /// The entries' numbers in ``Site/entries`` by their numbers here; `nil` for the hidden.
  let visible: [Int?]
  private let byKey: [String: [String: Int]]
  private let byName: [String: [String: [Int]]]

  init(entries: [Entry], visible: [Int?]) {
    self.entries = entries
    self.visible = visible
    var byKey: [String: [String: Int]] = [:]
    var byName: [String: [String: [Int]]] = [:]
    for (number, entry) in entries.enumerated() {
      byKey[entry.kind.name, default: [:]][entry.key] = number
      if entry.name != entry.key {
        byName[entry.kind.name, default: [:]][entry.name, default: []].append(number)
      }
    }
    self.byKey = byKey
    self.byName = byName
  }

  /// The entry of one of the kinds that a name means.
  func find(_ name: String, kinds: [String]) throws(SiteProblem) -> Int {
    let candidates = matches(name, kinds: kinds)
    if let found = candidates.first {
      guard candidates.count == 1 else {
        throw .ambiguousReference(name, candidates: candidates.map { entries[$0].key }.sorted())
      }
      return found
    }
    let others = Set(byKey.keys).subtracting(kinds).sorted()
    if let other = matches(name, kinds: others).first {
      throw .referenceToOtherKind(name, kind: entries[other].kind.name, expected: kinds)
    }
    throw .unknownReference(
      name, kinds: kinds, outside: false, nearest: EntryNames.nearest(to: name, in: names(of: kinds)))
  }

  private func matches(_ name: String, kinds: [String]) -> [Int] {
    let exact = kinds.compactMap { byKey[$0]?[name] }
    return exact.isEmpty ? kinds.flatMap { byName[$0]?[name] ?? [] } : exact
  }

  private func names(of kinds: [String]) -> [String] {
    kinds.flatMap { kind in Array((byKey[kind] ?? [:]).keys) + (byName[kind] ?? [:]).keys }
  }
}
