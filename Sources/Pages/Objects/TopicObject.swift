import Content
import SiteGraph
import Templating

/// A topic as templates see it.
final class TopicObject: TemplateObject {
  static let attributeNames = [
    "key", "title", "summary", "url", "permalink", "count", "parent", "children", "related",
  ]

  private let localized: LocalizedSite
  private let number: Int
  private var node: TopicNode { localized.site.topics[number] }
  private var path: String { node.paths[localized.number] }

  init(_ number: Int, in localized: LocalizedSite) {
    self.localized = localized
    self.number = number
  }

  var identity: ObjectIdentity? { ObjectIdentity(Self.self, number) }
  var attributeNames: [String] { Self.attributeNames }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "key": .string(node.topic.key)
    case "title": Value(localized.title(ofTopic: number))
    case "summary": Value(node.topic.description.flatMap { localized.text($0) })
    case "url": .string(localized.site.url(path))
    case "permalink": .string(localized.site.permalink(path))
    case "count": .integer(localized.listed(node.entries).count)
    case "parent": node.parent.map { .object(TopicObject($0, in: localized)) } ?? Value.none
    case "children": .list(node.children.map { .object(TopicObject($0, in: localized)) })
    case "related": .list(node.related.map { .object(TopicObject($0, in: localized)) })
    default: nil
    }
  }
}
