import Content
import Diagnostics

extension SiteReview {
  /// Topics that no entry uses in any of its fields, drafts included, nor any topic below them.
  var unusedTopics: [Diagnostic] {
    // An entry that could not be read might use any of them.
    guard content.unread.isEmpty else { return [] }
    var used: Set<String> = []
    for entry in content.entries {
      for variant in entry.variants.values {
        variant.forEachLeaf(of: entry.kind) { value, type in
          if case .term(vocabulary: "topics") = type, let key = value.value.text { used.insert(key) }
        }
      }
    }
    let parents = Dictionary(
      content.topics.compactMap { topic in topic.parent.map { (topic.key, $0.value) } },
      uniquingKeysWith: { first, _ in first })
    var reached: Set<String> = []
    for key in used {
      var topic: String? = key
      while let key = topic, reached.insert(key).inserted { topic = parents[key] }
    }
    return content.topics.filter { !reached.contains($0.key) }
      .map { ReviewProblem.unusedTopic($0.key).at($0.place) }
  }
}
