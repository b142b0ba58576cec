import Content

/// What the clusters offer and seek, by topic.
struct Market {
  /// Whom a cluster looks for.
  enum Side {
    /// Those who offer what it seeks.
    case givers
    /// Those who seek what it offers.
    case takers
  }

  let clusters: [Int]
  /// Topics by cluster, each once, in the order of the front matter.
  private var offers: [Int: [Int]] = [:]
  private var seeks: [Int: [Int]] = [:]
  /// Clusters by topic, ascending.
  private var givers: [[Int]]
  private var takers: [[Int]]
  private let distances: TopicDistances

  /// Whether something is offered and something is sought.
  var hasTwoSides: Bool { givers.contains { !$0.isEmpty } && takers.contains { !$0.isEmpty } }

  /// Former members take no part, nor does who offers and seeks nothing.
  init(entries: [Entry], topics: TopicTree) {
    distances = TopicDistances(topics.nodes)
    givers = Array(repeating: [], count: topics.nodes.count)
    takers = givers
    var clusters: [Int] = []
    for (number, entry) in entries.enumerated() where entry.kind.name == "cluster" {
      guard entry.shared["status"]?.value.text != "former" else { continue }
      func numbers(_ field: String) -> [Int] {
        var seen: Set<Int> = []
        return entry.texts(of: field).compactMap { topics.numbers[$0] }.filter { seen.insert($0).inserted }
      }
      let (offered, sought) = (numbers("offers"), numbers("seeks"))
      guard !offered.isEmpty || !sought.isEmpty else { continue }
      clusters.append(number)
      offers[number] = offered
      seeks[number] = sought
      for topic in offered { givers[topic].append(number) }
      for topic in sought { takers[topic].append(number) }
    }
    self.clusters = clusters
  }

  /// The others who match a cluster, nearest first: fewer steps, then more topics, then the order of keys from the
  /// cluster on.
  func nearest(to cluster: Int, _ side: Side) -> Matching.List {
    let (others, topics) = side == .givers ? (givers, seeks) : (takers, offers)
    let levels = (topics[cluster] ?? []).map { distances.neighbours(of: $0) }
    let depth = levels.map(\.count).max() ?? 0
    var found: Set<Int> = []
    // Who comes nearer is looked at before, so that nobody is left out for who is further away.
    for level in 0..<depth where found.count < Matching.limit {
      for neighbour in levels.filter({ level < $0.count }).flatMap({ $0[level] }) {
        found.formUnion(Self.next(Matching.limit, of: others[neighbour.topic], after: cluster))
      }
    }
    let matches = found.compactMap { match(cluster, $0, side) }
      .sorted { isNearer($0, $1, to: cluster, side) }.prefix(Matching.limit)
    let shown = Set(matches.map { side == .givers ? $0.giver : $0.taker }).union([cluster])
    let hasMore = levels.joined().joined().contains { neighbour in
      others[neighbour.topic].contains { !shown.contains($0) }
    }
    return Matching.List(matches: Array(matches), hasMore: hasMore)
  }

  /// The topics that a cluster seeks, and of which nobody else offers anything.
  func unmet(of cluster: Int) -> [Int] {
    (seeks[cluster] ?? []).filter { topic in
      !distances.neighbours(of: topic).joined().contains { neighbour in
        givers[neighbour.topic].contains { $0 != cluster }
      }
    }
  }

  /// A number of members of an ascending list, from the one that follows a cluster on, and from the beginning after
  /// the end; not the cluster itself.
  private static func next(_ count: Int, of list: [Int], after cluster: Int) -> [Int] {
    let start = list.partitioningIndex { $0 > cluster }
    return (0..<min(count + 1, list.count)).map { list[(start + $0) % list.count] }
      .filter { $0 != cluster }.prefix(count).map { $0 }
  }

  private func isNearer(_ a: Match, _ b: Match, to cluster: Int, _ side: Side) -> Bool {
    if a.distance != b.distance { return a.distance < b.distance }
    if a.reasons.count != b.reasons.count { return a.reasons.count > b.reasons.count }
    func place(_ match: Match) -> (Int, Int) {
      let other = side == .givers ? match.giver : match.taker
      return (other > cluster ? 0 : 1, other)
    }
    return place(a) < place(b)
  }

  // MARK: Reasons

  private func match(_ cluster: Int, _ other: Int, _ side: Side) -> Match? {
    let (giver, taker) = side == .givers ? (other, cluster) : (cluster, other)
    let reasons = (seeks[taker] ?? []).enumerated().compactMap { place, topic in
      reason(topic, offers: offers[giver] ?? []).map { (place, $0) }
    }
    let sorted = reasons.sorted { ($0.1.distance, $0.0) < ($1.1.distance, $1.0) }.map(\.1)
    return sorted.first.map { Match(giver: giver, taker: taker, reasons: sorted, distance: $0.distance) }
  }

  /// What comes nearest to a topic: itself, else the nearest within it, else the nearest around it.
  private func reason(_ sought: Int, offers: [Int]) -> Match.Reason? {
    if offers.contains(sought) {
      return Match.Reason(sought: sought, offered: [sought], fit: .exact, steps: 0)
    }
    let within = offers.compactMap { offer in distances.steps(from: offer, up: sought).map { (offer, $0) } }
    if let nearest = within.map(\.1).min() {
      let offered = within.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
        .map(\.element.0)
      return Match.Reason(sought: sought, offered: offered, fit: .narrower, steps: nearest)
    }
    let around = offers.compactMap { offer in distances.steps(from: sought, up: offer).map { (offer, $0) } }
    guard let nearest = around.min(by: { $0.1 < $1.1 }) else { return nil }
    return Match.Reason(sought: sought, offered: [nearest.0], fit: .broader, steps: nearest.1)
  }
}
