import SiteGraph
import Templating

/// Who offers what a cluster seeks, and who seeks what it offers, as templates see it.
struct MatchValues {
  private let localized: LocalizedSite
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
  }

  /// `page.matches` of a cluster: `none` for former members, and for who offers and seeks nothing.
  func value(ofMatchesOf cluster: Int) -> Value {
    guard let partners = site.matching.partners(of: cluster) else { return .none }
    return .record([
      ("givers", .list(partners.givers.matches.compactMap { value(of: $0, with: $0.giver) })),
      ("takers", .list(partners.takers.matches.compactMap { value(of: $0, with: $0.taker) })),
      ("more_givers", .boolean(partners.givers.hasMore)), ("more_takers", .boolean(partners.takers.hasMore)),
      ("unmet", .list(partners.unmet.map { topic($0) })),
    ])
  }

  /// - Parameter other: The cluster that is told of; the language's readers may not see it.
  private func value(of match: Match, with other: Int) -> Value? {
    localized.entry(other).map { cluster in
      .record([
        ("cluster", cluster),
        (
          "reasons",
          .list(
            match.reasons.map { reason in
              .record([
                ("fit", .string(reason.fit.rawValue)), ("steps", .integer(reason.steps)),
                ("sought", topic(reason.sought)), ("offered", .list(reason.offered.map { topic($0) })),
              ])
            })
        ),
      ])
    }
  }

  private func topic(_ number: Int) -> Value { .object(TopicObject(number, in: localized)) }
}
