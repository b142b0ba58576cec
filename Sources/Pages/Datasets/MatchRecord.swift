import Content
import Diagnostics
import SiteGraph

/// Whom a cluster finds in the network, as a part of its object in the data.
struct MatchRecord {
  private let site: Site
  /// The cluster's number in ``Site/entries``.
  private let number: Int

  init(_ number: Int, in site: Site) {
    self.site = site
    self.number = number
  }

  /// `matches`, where there are any.
  func writeMembers(to json: inout JSONText) {
    guard let partners = site.matching.partners(of: number) else { return }
    let lists = [("givers", partners.givers.matches), ("takers", partners.takers.matches)]
    guard lists.contains(where: { !$0.1.isEmpty }) else { return }
    json.object("matches") { json in
      for (name, matches) in lists where !matches.isEmpty {
        json.array(name) { json in for match in matches { json.object { write(match, to: &$0) } } }
      }
    }
  }

  private func write(_ match: Match, to json: inout JSONText) {
    json.member("id", site.entries[match.giver == number ? match.taker : match.giver].key)
    json.array("reasons") { json in
      for reason in match.reasons {
        json.object { json in
          json.member("sought", key(reason.sought))
          json.array("offered") { json in reason.offered.forEach { json.string(key($0)) } }
          json.member("fit", reason.fit.rawValue)
          json.member("steps", reason.steps)
        }
      }
    }
  }

  private func key(_ topic: Int) -> String { site.topics[topic].topic.key }

  /// What a schema says of `matches`.
  static func writeSchema(to json: inout JSONText) {
    json.object("matches") { json in
      json.member(
        "description",
        "The nearest clusters that offer what this one seeks (givers), and that seek what it offers (takers)")
      json.member("type", "object")
      json.object("properties") { json in
        for name in ["givers", "takers"] {
          json.object(name) { json in
            json.member("type", "array")
            json.object("items") { $0.member("$ref", "#/$defs/match") }
          }
        }
      }
    }
  }

  /// The definition that ``writeSchema(to:)`` refers to.
  static func writeDefinition(to json: inout JSONText) {
    json.object("match") { json in
      writeObject(["id", "reasons"], to: &json) { json in
        json.object("id") { json in
          json.member("description", "The id of the other cluster")
          json.member("type", "string")
        }
        json.object("reasons") { json in
          json.member("type", "array")
          json.member("minItems", 1)
          json.object("items") { json in
            writeObject(["sought", "offered", "fit", "steps"], to: &json) { json in
              json.object("sought") { $0.member("type", "string") }
              json.object("offered") { json in
                json.member("description", "The topics that come nearest to the one that is sought")
                json.member("type", "array")
                json.object("items") { $0.member("type", "string") }
              }
              json.object("fit") { json in
                json.member(
                  "description", "Whether the topic itself is offered, one within it, or one around it")
                json.array("enum") { json in
                  for fit in [Match.Fit.exact, .narrower, .broader] { json.string(fit.rawValue) }
                }
              }
              json.object("steps") { json in
                json.member("description", "The levels of the topics’ hierarchy between the two")
                json.member("type", "integer")
                json.member("minimum", 0)
              }
            }
          }
        }
      }
    }
  }

  private static func writeObject(
    _ required: [String], to json: inout JSONText, _ properties: (inout JSONText) -> Void
  ) {
    json.member("type", "object")
    json.array("required") { json in required.forEach { json.string($0) } }
    json.object("properties", properties)
  }
}
