import Content

/// Which entries of a kind are about the same: what they refer to, their topics, their countries.
///
/// The work grows with the entries, not with their pairs: for each thing that an entry is about, only those nearest
/// in time are looked at.
package struct RelatedEntries: Sendable {
  /// The most entries that one is told of.
  package static let limit = 6
  /// How many entries before and after an entry are looked at for each thing that it is about.
  private static let reach = 12

  /// Something that entries can have in common.
  private enum Subject: Hashable {
    case target(ReferenceTarget)
    case topic(String)
    case area(String)

    /// A cluster in common says more than a topic, and a topic more than a country.
    var weight: Int {
      switch self {
      case .target: 3
      case .topic: 2
      case .area: 1
      }
    }
  }

  /// By entry number, in a decided order.
  private let subjects: [[Subject]]
  /// The entries about a subject by kind, newest first.
  private let entries: [String: [Subject: [Int]]]
  private let kinds: [String]
  /// Each entry's position among all, newest first.
  private let positions: [Int]

  /// - Parameter order: The numbers of the entries, newest first.
  init(entries: [Entry], relations: [Relations], order: [Int], positions: [Int]) {
    subjects = entries.indices.map { Self.subjects(of: entries[$0], relations[$0]) }
    kinds = entries.map(\.kind.name)
    self.positions = positions
    var lists: [String: [Subject: [Int]]] = [:]
    for number in order {
      for subject in subjects[number] {
        lists[kinds[number], default: [:]][subject, default: []].append(number)
      }
    }
    self.entries = lists
  }

  private static func subjects(of entry: Entry, _ relations: Relations) -> [Subject] {
    let targets = entry.kind.fields.flatMap { relations.references[$0.name] ?? [] }
    let all =
      targets.map { Subject.target($0) } + entry.texts(of: "topics").map { .topic($0) }
      + entry.areas.map { .area($0) }
    var seen: Set<Subject> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The entries of the same kind that have most in common with an entry, the nearest first; of those as near, the one
  /// nearest in time, then the newer.
  package func related(to entry: Int) -> [Int] {
    var nearness: [Int: Int] = [:]
    for subject in subjects[entry] {
      let list = entries[kinds[entry]]?[subject] ?? []
      let own = list.partitioningIndex { positions[$0] >= positions[entry] }
      let range = max(0, own - Self.reach)..<min(list.count, own + Self.reach + 1)
      for other in list[range] where other != entry { nearness[other, default: 0] += subject.weight }
    }
    func key(_ other: Int, _ nearness: Int) -> (Int, Int, Int) {
      (-nearness, abs(positions[other] - positions[entry]), positions[other])
    }
    return nearness.sorted { key($0.key, $0.value) < key($1.key, $1.value) }.prefix(Self.limit).map(\.key)
  }
}

extension Array {
  /// The first index whose element and all that follow it satisfy a condition.
  func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
