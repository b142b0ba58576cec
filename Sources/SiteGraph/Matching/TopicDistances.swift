/// Which topics count for one that is sought or offered, through the topics' hierarchy.
struct TopicDistances {
  /// A topic that counts for another.
  struct Neighbour {
    let topic: Int
    let steps: Int
    /// Whether it lies within the other topic, or around it; `nil` for the topic itself.
    let isNarrower: Bool?
  }

  private let parents: [Int?]
  private let children: [[Int]]

  init(_ topics: [TopicNode]) {
    parents = topics.map(\.parent)
    children = topics.map(\.children)
  }

  /// The levels from a topic up to one around it: 0 for itself, `nil` where that is not around it.
  func steps(from topic: Int, up to: Int) -> Int? {
    var steps = 0
    var next: Int? = topic
    while let here = next {
      if here == to { return steps }
      next = parents[here]
      steps += 1
    }
    return nil
  }

  /// The topic itself, then level by level those within it and the one around it.
  func neighbours(of topic: Int) -> [[Neighbour]] {
    var levels = [[Neighbour(topic: topic, steps: 0, isNarrower: nil)]]
    var inner = children[topic]
    var outer = parents[topic]
    while !inner.isEmpty || outer != nil {
      let steps = levels.count
      levels.append(
        inner.map { Neighbour(topic: $0, steps: steps, isNarrower: true) }
          + (outer.map { [Neighbour(topic: $0, steps: steps, isNarrower: false)] } ?? []))
      inner = inner.flatMap { children[$0] }
      outer = outer.flatMap { parents[$0] }
    }
    return levels
  }
}
