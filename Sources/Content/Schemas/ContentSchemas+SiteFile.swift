import CommonMark
import Diagnostics

extension ContentSchemas {
  /// `site.yml`, key by key as ``SiteReader`` reads it.
  var siteFile: [UInt8] {
    document("site.yml") { json in
      Self.map(&json, required: ["name", "base_url", "languages"]) { json in
        for key in SiteReader.keys {
          json.object(key) { json in
            json.member("description", Self.siteDescriptions[key])
            write(siteKey: key, to: &json)
          }
        }
      }
    }
  }

  private static let siteDescriptions = [
    "name": "The site’s name: one text, or one for each language",
    "tagline": "One sentence about the network",
    "base_url": "The address of the site, such as https://example.org or https://example.org/icn",
    "default_language": "The language of files without one in their names (default: the first)",
    "languages": "The site’s languages, by their tags",
    "time_zone": "Where the site is at home, such as Europe/Copenhagen (default: UTC)",
    "untranslated": "What readers get of an entry that is missing in their language (default: page)",
    "page_size": "How many entries a list has on one page (default: 20)",
    "groups": "Groups of countries, by their keys",
    "menu": "Sections and pages in the order of the menu",
    "aim": "How many members the network wants, and by when",
    "legal": "The pages that every page links to, by their roles, such as imprint and privacy",
    "licence": "The terms under which the published data may be used",
    "markdown": "Which extensions of Markdown are on",
    "severity": "How warnings count, by their identifiers: error, warning or off",
    "search": "Whether the site has a search (default: true)",
    "compress": "Whether compressed copies lie beside text files (default: false)",
    "params": "Anything, which templates see as site.params",
  ]

  private func write(siteKey key: String, to json: inout JSONText) {
    let sections = SiteReader.sections(of: kinds)
    let untranslated = SiteConfiguration.Untranslated.allCases.map(\.rawValue)
    switch key {
    case "name", "tagline": localizedText(&json)
    case "base_url": json.member("pattern", "^https?://")
    case "default_language":
      if !languages.isEmpty { Self.words(languages, &json) }
    case "languages":
      json.member("type", "object")
      json.member("minProperties", 1)
      json.object("additionalProperties") { json in
        Self.map(&json) { json in
          for name in ["label", "locale"] { json.object(name) { Self.scalar(&$0) } }
          json.object("sections") { json in
            Self.map(&json) { json in
              for section in sections { json.object(section) { Self.scalar(&$0) } }
            }
          }
        }
      }
    case "time_zone": Self.types(["string", "null"], &json)
    case "untranslated":
      json.array("oneOf") { json in
        json.object { Self.words(untranslated, &$0) }
        json.object { json in
          json.member("type", "object")
          json.key("additionalProperties")
          json.boolean(false)
          json.object("properties") { json in
            for kind in kinds { json.object(kind.name) { Self.words(untranslated, &$0) } }
          }
        }
      }
    case "page_size":
      Self.types(["integer", "null"], &json)
      json.member("minimum", 1)
      json.member("maximum", 1000)
    case "groups": writeGroups(to: &json)
    case "menu":
      Self.types(["array", "null"], &json)
      json.object("items") { json in
        json.member("type", "string")
        let pages = entries["page"] ?? []
        json.array("examples") { json in (sections + pages).forEach { json.string($0) } }
      }
    case "aim":
      Self.map(&json, required: ["from", "to", "by"]) { json in
        for name in ["from", "to"] {
          json.object(name) { json in
            json.member("type", "integer")
            json.member("minimum", 0)
          }
        }
        json.object("by") { $0.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") }
      }
    case "legal":
      Self.types(["object", "null"], &json)
      json.object("additionalProperties") { $0.member("type", "string") }
    case "licence":
      Self.map(&json, required: ["name"]) { json in
        json.object("name") { Self.scalar(&$0) }
        json.object("url") { $0.member("pattern", "^https?://") }
      }
    case "markdown":
      Self.map(&json) { json in
        for option in MarkdownOptions.switches {
          json.object(option.name) { $0.member("type", "boolean") }
        }
      }
    case "severity":
      Self.types(["object", "null"], &json)
      json.object("additionalProperties") { json in
        Self.words(SeverityPolicy.Choice.allCases.map(\.rawValue), &json)
      }
    case "search", "compress": Self.types(["boolean", "null"], &json)
    default: break
    }
  }

  private func writeGroups(to json: inout JSONText) {
    Self.types(["object", "null"], &json)
    json.object("additionalProperties") { json in
      Self.map(&json, required: ["members"]) { json in
        for language in languages { json.object(language) { Self.scalar(&$0) } }
        json.object("members") { json in
          json.member("type", "array")
          json.object("items") { Self.words(Countries.codes.sorted(), &$0) }
        }
      }
    }
  }
}
