import Content

/// Who offers what another seeks, among the clusters of a network.
///
/// The work grows with the clusters, not with their pairs: for each cluster only as many others are looked at as
/// its profile shows, for each topic that counts. Where more come as near, those are taken that follow it in the order
/// of keys, so that not everybody is shown the same few.
package struct Matching: Sendable {
  /// The most clusters that one cluster is told of in each direction.
  package static let limit = 12

  /// What a cluster is told of in one direction.
  package struct List: Sendable {
    /// Nearest first, at most ``Matching/limit``.
    package let matches: [Match]
    /// Whether there are others.
    package let hasMore: Bool

    static let none = List(matches: [], hasMore: false)
  }

  /// What a cluster finds in the network.
  package struct Partners: Sendable {
    /// Who offers what it seeks.
    package let givers: List
    /// Who seeks what it offers.
    package let takers: List
    /// The topics that it seeks and nobody else offers, by their numbers in ``Site/topics``.
    package let unmet: [Int]
  }

  private let partnersByEntry: [Int: Partners]
  /// The clusters that offer or seek something, by their numbers in ``Site/entries``, in the order of keys.
  package let clusters: [Int]

  /// Whether something is offered and something is sought.
  package let hasTwoSides: Bool

  /// What a cluster finds; `nil` for what is no cluster, a former member, or offers and seeks nothing.
  package func partners(of entry: Int) -> Partners? { partnersByEntry[entry] }

  /// All matches that somebody is told of, each once, by giver and taker.
  package var all: [Match] {
    var matches: Set<Match> = []
    for partners in partnersByEntry.values {
      matches.formUnion(partners.givers.matches)
      matches.formUnion(partners.takers.matches)
    }
    return matches.sorted { ($0.giver, $0.taker) < ($1.giver, $1.taker) }
  }

  init(entries: [Entry], topics: TopicTree) {
    let market = Market(entries: entries, topics: topics)
    clusters = market.clusters
    hasTwoSides = market.hasTwoSides
    partnersByEntry = Dictionary(
      uniqueKeysWithValues: market.clusters.map { cluster in
        (
          cluster,
          Partners(
            givers: market.nearest(to: cluster, .givers), takers: market.nearest(to: cluster, .takers),
            unmet: market.unmet(of: cluster))
        )
      })
  }
}
