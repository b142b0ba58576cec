import Content
import Foundation
import SiteGraph

/// Which clusters are drawn as connected because they signed something together.
struct AgreementTies: Sendable {
  /// A bridge between two entries.
  struct Tie: Sendable {
    /// The entries, the lower number first.
    let ends: Pair
    /// The agreements that both signed, in ascending order of their numbers.
    let agreements: [Int]
  }

  struct Pair: Hashable, Sendable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) {
      (first, second) = (min(a, b), max(a, b))
    }
  }

  /// All ties, by the numbers of their ends.
  let all: [Tie]
  private let byEntry: [Int: [Tie]]

  /// Up to so many signatories are connected each with each; more form a ring, which stays clear to look at, and
  /// whose length grows with their number only.
  private static let eachWithEach = 5

  /// - Parameter places: Where the entries are that can be connected.
  init(of site: Site, places: [Int: Coordinates]) {
    var agreements: [Pair: [Int]] = [:]
    for number in site.entries.indices {
      for pair in Self.pairs(of: Self.signatories(of: number, in: site), places) {
        agreements[pair, default: []].append(number)
      }
    }
    all = agreements.map { Tie(ends: $0.key, agreements: $0.value) }
      .sorted { ($0.ends.first, $0.ends.second) < ($1.ends.first, $1.ends.second) }
    var byEntry: [Int: [Tie]] = [:]
    for tie in all {
      byEntry[tie.ends.first, default: []].append(tie)
      byEntry[tie.ends.second, default: []].append(tie)
    }
    self.byEntry = byEntry
  }

  /// The ties of an entry.
  func ties(of entry: Int) -> [Tie] { byEntry[entry] ?? [] }

  /// The ties that one agreement makes.
  static func ties(of agreement: Int, in site: Site, places: [Int: Coordinates]) -> [Tie] {
    pairs(of: signatories(of: agreement, in: site), places).map { Tie(ends: $0, agreements: [agreement]) }
  }

  /// The entries in the fields that make those who stand in them partners.
  static func signatories(of entry: Int, in site: Site) -> [Int] {
    site.entries[entry].kind.fields.filter { $0.peerLink != nil }.flatMap { field in
      (site.relations[entry].references[field.name] ?? []).compactMap {
        if case .entry(let number) = $0 { number } else { nil }
      }
    }
  }

  private static func pairs(of entries: [Int], _ places: [Int: Coordinates]) -> [Pair] {
    let located = entries.compactMap { entry in places[entry].map { (entry: entry, place: $0) } }
    guard located.count > eachWithEach else {
      return located.indices.flatMap { a in
        located[(a + 1)...].map { Pair(located[a].entry, $0.entry) }
      }
    }
    let ring = inTheRound(located)
    return ring.indices.map { Pair(ring[$0], ring[($0 + 1) % ring.count]) }
  }

  /// The entries in the order of their directions from the middle of all.
  private static func inTheRound(_ located: [(entry: Int, place: Coordinates)]) -> [Int] {
    let latitude = located.reduce(0) { $0 + $1.place.latitude } / Double(located.count)
    let meridian = FrameFitting.meridian(of: located.map(\.place)) ?? 0
    return located.map { entry, place in
      let eastward = Coordinates.eastward(place.longitude, from: meridian)
      return (angle: atan2(place.latitude - latitude, eastward), entry: entry)
    }.sorted { ($0.angle, $0.entry) < ($1.angle, $1.entry) }.map(\.entry)
  }
}
