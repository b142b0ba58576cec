import Content
import SiteGraph
import TestSupport
import Testing

@Suite("Matching")
struct MatchingTests {
  private static let topics = """
    energy: { en: Energy }
    wind: { en: Wind, parent: energy }
    offshore: { en: Offshore wind, parent: wind }
    solar: { en: Solar, parent: energy }
    water: { en: Water }

    """

  /// - Parameter clusters: What follows the name and the country, by key.
  private static func site(_ clusters: [String: String]) throws -> SiteFixture {
    try SiteFixture(
      Dictionary(
        uniqueKeysWithValues: clusters.map { key, fields in
          ("clusters/\(key).en.md", "---\nname: \(key)\ncountry: dk\n\(fields)---\n")
        }
      ).merging(["topics.yml": topics]) { $1 })
  }

  /// Whom a cluster finds, a line for each, as `other: offered for sought (fit, steps)`.
  private static func lines(
    _ fixture: SiteFixture, _ cluster: String, _ list: KeyPath<Matching.Partners, Matching.List>
  ) throws -> [String] {
    let site = fixture.site
    let number = try fixture.number("clusters/\(cluster)")
    let matches = site.matching.partners(of: number)?[keyPath: list].matches ?? []
    return matches.map { match in
      let other = site.entries[match.giver == number ? match.taker : match.giver].key
      let reasons = match.reasons.map { reason in
        let offered = reason.offered.map { site.topics[$0].topic.key }.joined(separator: "+")
        return "\(offered) for \(site.topics[reason.sought].topic.key) (\(reason.fit), \(reason.steps))"
      }
      return "\(other): \(reasons.joined(separator: ", "))"
    }
  }

  @Test("The nearest comes first: the topic itself, then fewer steps, what is within before what is around")
  func order() throws {
    let fixture = try Self.site([
      "seeker": "seeks: [wind]\n", "a-broad": "offers: [energy]\n", "b-narrow": "offers: [offshore]\n",
      "c-exact": "offers: [wind]\n", "d-beside": "offers: [solar, water]\n",
    ])
    #expect(
      try Self.lines(fixture, "seeker", \.givers) == [
        "c-exact: wind for wind (exact, 0)", "b-narrow: offshore for wind (narrower, 1)",
        "a-broad: energy for wind (broader, 1)",
      ])
    #expect(try Self.lines(fixture, "a-broad", \.takers) == ["seeker: energy for wind (broader, 1)"])
    #expect(try Self.lines(fixture, "d-beside", \.takers).isEmpty)
  }

  @Test("For each topic that is sought, what comes nearest to it is the reason; more reasons come first")
  func reasons() throws {
    let fixture = try Self.site([
      "seeker": "seeks: [energy, water, energy]\n", "a-much": "offers: [offshore, energy, solar, wind]\n",
      "b-within": "offers: [offshore, solar]\n", "c-both": "offers: [water, energy]\n",
    ])
    #expect(
      try Self.lines(fixture, "seeker", \.givers) == [
        "c-both: energy for energy (exact, 0), water for water (exact, 0)",
        "a-much: energy for energy (exact, 0)", "b-within: solar+offshore for energy (narrower, 1)",
      ])
  }

  @Test("Neither a cluster itself, nor a former member, nor what is not published is a match")
  func excluded() throws {
    let fixture = try Self.site([
      "self": "offers: [wind]\nseeks: [wind]\n", "former": "status: former\noffers: [wind]\nseeks: [wind]\n",
      "draft": "draft: true\noffers: [wind]\nseeks: [wind]\n",
    ])
    let own = try #require(fixture.site.matching.partners(of: try fixture.number("clusters/self")))
    #expect(own.givers.matches.isEmpty && own.takers.matches.isEmpty)
    #expect(own.unmet.map { fixture.site.topics[$0].topic.key } == ["wind"])
    #expect(fixture.site.matching.partners(of: try fixture.number("clusters/former")) == nil)
    #expect(fixture.site.matching.all.isEmpty)
  }

  @Test("Of those as near, the ones that follow by key come first, then those from the beginning")
  func ties() throws {
    let fixture = try Self.site([
      "a": "offers: [wind]\n", "b": "offers: [wind]\n", "m": "seeks: [wind]\n", "x": "offers: [wind]\n",
      "y": "offers: [wind]\n",
    ])
    #expect(
      try Self.lines(fixture, "m", \.givers).map { $0.prefix(1) } == ["x", "y", "a", "b"])
  }

  @Test("No more are told of than the limit, and that there are others is known")
  func limit() throws {
    let count = Matching.limit + 1
    var clusters = Dictionary(uniqueKeysWithValues: (0..<count).map { ("giver-\($0)", "offers: [wind]\n") })
    clusters["seeker"] = "seeks: [wind, energy]\n"
    var fixture = try Self.site(clusters)
    var partners = try #require(fixture.site.matching.partners(of: try fixture.number("clusters/seeker")))
    #expect(partners.givers.matches.count == Matching.limit)
    #expect(partners.givers.hasMore)
    clusters["giver-0"] = nil
    fixture = try Self.site(clusters)
    partners = try #require(fixture.site.matching.partners(of: try fixture.number("clusters/seeker")))
    #expect(partners.givers.matches.count == Matching.limit)
    #expect(!partners.givers.hasMore)
  }

  @Test("In a large network, everybody’s matches are right, and nobody nearer is left out")
  func large() throws {
    let network = InventedNetwork(clusters: 200, topics: ["energy", "wind", "offshore", "solar", "water"])
    let fixture = try SiteFixture(
      network.files.filter { $0.key.hasPrefix("clusters/") }.merging([
        "topics.yml": Self.topics,
        "site.yml": "severity: { missing-label: off }\n"
          + SiteFixture.configuration.replacing(
            "  de:", with: "  ar: { label: العربية, locale: ar-EG }\n  de:"),
      ]) { $1 })
    #expect(fixture.site.entries.count == 200)
    let matching = fixture.site.matching
    #expect(matching.clusters.count > 120)
    for cluster in matching.clusters {
      let partners = try #require(matching.partners(of: cluster))
      let all = matching.clusters.filter { $0 != cluster }.compactMap {
        Market(fixture.site).match(giver: $0, taker: cluster)
      }.sorted { ($0.0, -$0.1) < ($1.0, -$1.1) }
      #expect(partners.givers.hasMore == (all.count > Matching.limit))
      #expect(partners.givers.matches.map { $0.reasons[0].steps } == all.prefix(Matching.limit).map(\.0))
    }
  }
}

/// Who matches, in the plainest way: each pair by itself.
private struct Market {
  private let site: Site

  init(_ site: Site) {
    self.site = site
  }

  /// The fewest steps between what is offered and what is sought, and how many topics match; `nil` for no match.
  func match(giver: Int, taker: Int) -> (Int, Int)? {
    let offers = topics(giver, "offers")
    let steps = topics(taker, "seeks").compactMap { sought in
      offers.compactMap { above($0).firstIndex(of: sought) ?? above(sought).firstIndex(of: $0) }.min()
    }
    return steps.min().map { ($0, steps.count) }
  }

  private func topics(_ entry: Int, _ field: String) -> [Int] {
    (site.entries[entry].shared[field]?.value.list ?? []).compactMap { $0.value.text.flatMap(site.topic) }
  }

  private func above(_ topic: Int) -> [Int] {
    [topic] + (site.topics[topic].parent.map { above($0) } ?? [])
  }
}
