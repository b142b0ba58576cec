import Content
import SiteGraph

/// Everything that a site's maps have in common, made once for all its languages.
final class Cartography: Sendable {
  let atlas = Atlas()
  let ties: AgreementTies
  /// Where clusters are that are not former members.
  private let places: [Int: Coordinates]
  private let site: Site

  init(_ site: Site) {
    self.site = site
    var places: [Int: Coordinates] = [:]
    for (number, entry) in site.entries.enumerated() {
      guard Self.isCluster(entry), Self.symbol(of: entry) != .former else { continue }
      places[number] = Self.place(of: entry)
    }
    self.places = places
    ties = AgreementTies(of: site, places: places)
  }

  static func isCluster(_ entry: Entry) -> Bool { entry.kind.name == "cluster" }

  static func symbol(of entry: Entry) -> MapSymbol {
    isCluster(entry) ? MapSymbol(status: entry.shared["status"]?.value.text) : .place
  }

  static func place(of entry: Entry) -> Coordinates? { Coordinates(entry.shared["location"]?.value) }

  /// The map of the network, as far as readers see its clusters.
  ///
  /// - Parameter clusters: The entries that they see; those without a place, and former members, are not drawn.
  func network(of clusters: [Int]) -> DrawnMap {
    let members = clusters.compactMap { number in places[number].map { member(number, at: $0) } }
    return DrawnMap(members, ties: ties.all, size: .page)
  }

  /// The map on an entry's own page: where it is, with those to whom it has bridges, or who signed it; `nil` where
  /// nothing has a place.
  ///
  /// - Parameter isSeen: Whether readers see an entry.
  func locator(of entry: Int, isSeen: (Int) -> Bool) -> DrawnMap? {
    let own = Self.place(of: site.entries[entry]).map { member(entry, at: $0) }
    let signatories = AgreementTies.signatories(of: entry, in: site)
    var others: [Int]
    let ties: [AgreementTies.Tie]
    if signatories.isEmpty {
      ties = self.ties.ties(of: entry)
      others = ties.map { $0.ends.first == entry ? $0.ends.second : $0.ends.first }
    } else {
      // Who signed did so, even if it has left since.
      let places = Dictionary(
        signatories.compactMap { number in Self.place(of: site.entries[number]).map { (number, $0) } },
        uniquingKeysWith: { first, _ in first })
      ties = AgreementTies.ties(of: entry, in: site, places: places)
      others = signatories
    }
    others = others.filter(isSeen)
    let members =
      [own].compactMap { $0 }
      + others.compactMap { number in Self.place(of: site.entries[number]).map { member(number, at: $0) } }
    return members.isEmpty ? nil : DrawnMap(members, ties: ties, size: .column)
  }

  private func member(_ number: Int, at place: Coordinates) -> DrawnMap.Member {
    DrawnMap.Member(entry: number, place: place, symbol: Self.symbol(of: site.entries[number]))
  }
}
