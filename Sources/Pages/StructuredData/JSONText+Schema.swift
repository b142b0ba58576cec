import Diagnostics
import SiteGraph

/// JSON-LD 1.1 in the terms of schema.org.
extension JSONText {
  /// A document with the nodes that `nodes` writes.
  static func schemaDocument(_ nodes: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("@context", "https://schema.org")
      json.array("@graph", nodes)
    }
    return json.bytes
  }

  /// A node; `id` is an absolute address that stands for what is described, the same on every page.
  mutating func node(_ type: String, id: String? = nil, _ members: (inout JSONText) -> Void) {
    object { json in
      json.member("@type", type)
      json.member("@id", id)
      members(&json)
    }
  }

  /// A member whose value is a node.
  mutating func node(_ name: String, _ type: String, id: String? = nil, _ members: (inout JSONText) -> Void) {
    key(name)
    node(type, id: id, members)
  }

  /// A member whose value is a node that is described elsewhere.
  mutating func member(_ name: String, id: String) {
    object(name) { $0.member("@id", id) }
  }

  /// A text, with its language where that is not the given one; nothing where there is no text.
  mutating func member(_ name: String, _ text: LabelText?, in language: String) {
    guard let text else { return }
    guard let own = text.language, own != language else { return member(name, text.text) }
    object(name) { json in
      json.member("@language", own)
      json.member("@value", text.text)
    }
  }

  /// The way to a page, and the page itself at its end.
  mutating func breadcrumbs(_ crumbs: [Crumb], id: String, in localized: LocalizedSite) {
    node("BreadcrumbList", id: id) { json in
      json.array("itemListElement") { json in
        for (number, crumb) in crumbs.enumerated() {
          json.node("ListItem") { json in
            json.member("position", number + 1)
            json.member("name", crumb.title, in: localized.tag)
            json.member("item", localized.site.permalink(crumb.path))
          }
        }
      }
    }
  }
}
