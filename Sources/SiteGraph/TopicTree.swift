import Content

/// The topics' hierarchy with the entries of each topic and its narrower ones.
struct TopicTree {
  let nodes: [TopicNode]
  let numbers: [String: Int]

  /// - Parameter entries: Visible entries in the order of lists, with the keys of their topics.
  init(topics: [Topic], languages: [Language], entries: [(number: Int, topics: [String])]) {
    numbers = Dictionary(
      topics.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let numbers = numbers
    let parents = Self.withoutCircles(topics.map { topic in topic.parent.flatMap { numbers[$0.value] } })
    var lists = [[Int]](repeating: [], count: topics.count)
    for entry in entries {
      var seen: Set<Int> = []
      for key in entry.topics {
        var topic = numbers[key]
        while let number = topic, seen.insert(number).inserted {
          lists[number].append(entry.number)
          topic = parents[number]
        }
      }
    }
    nodes = topics.enumerated().map { number, topic in
      TopicNode(
        topic: topic, parent: parents[number], children: parents.indices.filter { parents[$0] == number },
        related: topic.related.compactMap { numbers[$0.value] },
        paths: languages.map { language in
          "/\(language.tag)/\(language.section("topics"))/\(topic.slugs[language.tag]?.value ?? topic.key)/"
        },
        entries: lists[number])
    }
  }

  /// Cuts circles, which reading the vocabulary has reported.
  private static func withoutCircles(_ parents: [Int?]) -> [Int?] {
    var parents = parents
    for start in parents.indices {
      var seen: Set<Int> = [start]
      var last = start
      while let next = parents[last] {
        if !seen.insert(next).inserted {
          parents[last] = nil
          break
        }
        last = next
      }
    }
    return parents
  }
}
