import SiteGraph
import Templating

/// A country, a continent or a group as templates see it: with the same attributes as a topic.
final class AreaObject: TemplateObject {
  private let localized: LocalizedSite
  private let number: Int
  private var node: AreaNode { localized.site.areas[number] }
  private var path: String { node.paths[localized.number] }

  init(_ number: Int, in localized: LocalizedSite) {
    self.localized = localized
    self.number = number
  }

  var identity: ObjectIdentity? { ObjectIdentity(Self.self, number) }
  var attributeNames: [String] { TopicObject.attributeNames }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "key": .string(node.key)
    case "title": Value(node.names[localized.number])
    case "summary": Value.none
    case "url": .string(localized.site.url(path))
    case "permalink": .string(localized.site.permalink(path))
    case "count": .integer(localized.listed(node.entries).count)
    case "parent": node.parent.map { .object(AreaObject($0, in: localized)) } ?? Value.none
    case "children":
      .list(
        localized.sortedAreas.filter { localized.site.areas[$0].parent == number }
          .map { .object(AreaObject($0, in: localized)) })
    case "related": .list([])
    default: nil
    }
  }
}

extension LocalizedSite {
  func area(_ key: String) -> Value? {
    site.area(key).map { .object(AreaObject($0, in: self)) }
  }
}
