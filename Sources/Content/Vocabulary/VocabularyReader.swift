import Diagnostics

/// Reads the site's vocabularies, `topics.yml` and `organisations.yml`.
struct VocabularyReader {
  /// The site's languages, or `nil` where they are not known.
  private let languages: [String]?
  private var reader = NodeReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(languages: [String]?) {
    self.languages = languages
  }

  mutating func topics(_ root: YAMLNode) -> [Topic] {
    let topics = (reader.members(of: root) ?? []).compactMap { topic($0.key, $0.value) }
    checkRelations(of: topics)
    return topics
  }

  private static let topicKeys = ["parent", "slug", "description", "related"]

  private mutating func topic(_ key: Located<String>, _ node: YAMLNode) -> Topic? {
    if let mistake = SlugMistake(in: key.value) {
      reader.report(FieldProblem.badSlug(key.value, mistake), at: key.place)
      return nil
    }
    if node.scalar != nil, !node.isNull {
      guard let label = reader.text(node) else { return nil }
      return Topic(
        key: key.value, label: LocalizedText(label), parent: nil, slugs: [:], description: nil, related: [],
        place: key.place)
    }
    guard !node.isNull, let members = reader.members(of: node) else {
      if node.isNull { reader.report(SiteFileProblem.topicWithoutLabel(key.value), at: key.place) }
      return nil
    }
    var labels: [String: String] = [:]
    var keys: [String: YAMLNode] = [:]
    let known = Self.topicKeys + (languages ?? [])
    for member in members where !member.value.isNull {
      let name = member.key.value
      if Self.topicKeys.contains(name) {
        keys[name] = member.value
      } else if languages?.contains(name) ?? LanguageTag.isLikely(name) {
        labels[name] = reader.text(member.value)
      } else if LanguageTag.isLikely(name) {
        _ = reader.localized(member, languages: languages)
      } else {
        reader.reportUnknownKey(member.key, known: known, in: "the topic “\(key.value)”")
      }
    }
    if labels.isEmpty { reader.report(SiteFileProblem.topicWithoutLabel(key.value), at: key.place) }
    reader.checkLanguages(of: members, languages: languages)
    return Topic(
      key: key.value,
      label: labels.isEmpty ? LocalizedText(key.value) : LocalizedText(labels),
      parent: keys["parent"].flatMap { reader.locatedText($0) },
      slugs: keys["slug"].map { slugs($0) } ?? [:],
      description: keys["description"].flatMap { reader.localizedText($0, languages: languages) },
      related: keys["related"].map { node in
        reader.elements(of: node).compactMap { reader.locatedText($0) }
      } ?? [],
      place: key.place)
  }

  private mutating func slugs(_ node: YAMLNode) -> [String: Located<String>] {
    var slugs: [String: Located<String>] = [:]
    for member in reader.members(of: node) ?? [] {
      guard reader.localized(member, languages: languages) != nil || member.value.isEmptyText,
        let slug = reader.slug(member.value)
      else { continue }
      slugs[member.key.value] = Located(slug, at: member.value.place)
    }
    return slugs
  }

  /// Reports broader and related topics that do not exist, and circles.
  private mutating func checkRelations(of topics: [Topic]) {
    let keys = topics.map(\.key)
    for topic in topics {
      for other in topic.related + (topic.parent.map { [$0] } ?? []) where !keys.contains(other.value) {
        reader.report(
          FieldProblem.unknownTerm(
            other.value, vocabulary: "topics", suggestion: Suggestion.nearest(to: other.value, in: keys)),
          at: other.place)
      }
    }
    let parents = Dictionary(
      topics.compactMap { topic in topic.parent.map { (topic.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    for topic in topics {
      var seen: Set<String> = []
      var current = topic.key
      while let parent = parents[current], seen.insert(current).inserted { current = parent.value }
      if current == topic.key, let parent = parents[topic.key] {
        reader.report(SiteFileProblem.topicLoop(topic.key), at: parent.place)
      }
    }
  }

  mutating func organisations(_ root: YAMLNode) -> [Organisation] {
    (reader.members(of: root) ?? []).compactMap { organisation($0.key, $0.value) }
  }

  private mutating func organisation(_ key: Located<String>, _ node: YAMLNode) -> Organisation? {
    if node.scalar != nil, !node.isNull {
      guard let name = reader.text(node) else { return nil }
      return Organisation(key: key.value, name: LocalizedText(name), url: nil, place: key.place)
    }
    let context = "the organisation “\(key.value)”"
    guard
      let keys = node.isNull ? [:] : reader.fields(of: node, known: ["name", "url"], in: context),
      let nameNode = reader.required("name", of: keys, in: context, at: key.place),
      let name = reader.localizedText(nameNode, languages: languages)
    else { return nil }
    return Organisation(
      key: key.value, name: name, url: keys["url"].flatMap { reader.url($0) }, place: key.place)
  }
}
