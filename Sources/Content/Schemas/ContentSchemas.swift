import Diagnostics

/// JSON Schemas (draft 7, which editors' tools know best) of the files that editors write, from the kinds'
/// declarations and the site's own words.
package struct ContentSchemas {
  let kinds: [Kind]
  let topics: [String]
  let organisations: [String]
  let groups: [String]
  let languages: [String]
  /// The names of the entries of each kind, with and without their dates, sorted.
  let entries: [String: [String]]

  package init(_ loader: ContentLoader) {
    kinds = loader.kinds
    topics = loader.topics.map(\.key)
    organisations = loader.organisations.map(\.key)
    groups = loader.configuration?.groups.map(\.key) ?? []
    languages = loader.configuration?.languages.map(\.tag) ?? []
    var names: [String: Set<String>] = [:]
    for file in loader.files {
      names[file.kind.name, default: []].formUnion([file.file.key, file.file.name])
    }
    entries = names.mapValues { $0.sorted() }
  }

  /// The schemas by path: that of each kind's front matter in `front-matter/`, those of site.yml and the others
  /// beside that folder.
  package var files: [(path: String, bytes: [UInt8])] {
    kinds.map { ("front-matter/\($0.name).schema.json", frontMatter(of: $0)) }
      + [
        ("kind.schema.json", kindFile), ("organisations.schema.json", organisationsFile),
        ("site.schema.json", siteFile), ("topics.schema.json", topicsFile),
      ]
  }

  /// A document whose root is a map.
  func document(_ title: String, _ body: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("$schema", "http://json-schema.org/draft-07/schema#")
      json.member("title", title)
      body(&json)
    }
    json.end()
    return json.bytes
  }

  /// A map with known keys alone.
  static func map(
    _ json: inout JSONText, required: [String] = [], _ properties: (inout JSONText) -> Void
  ) {
    json.array("type") { json in ["object", "null"].forEach { json.string($0) } }
    json.key("additionalProperties")
    json.boolean(false)
    if !required.isEmpty { json.array("required") { json in required.forEach { json.string($0) } } }
    json.object("properties", properties)
  }

  /// One text, or a map with known keys.
  static func textOrMap(
    _ json: inout JSONText, required: [String] = [], _ properties: (inout JSONText) -> Void
  ) {
    json.array("oneOf") { json in
      json.object { types(["string", "number", "boolean"], &$0) }
      json.object { json in
        json.member("type", "object")
        json.key("additionalProperties")
        json.boolean(false)
        if !required.isEmpty { json.array("required") { json in required.forEach { json.string($0) } } }
        json.object("properties", properties)
      }
    }
  }

  /// One text, or a map from the site's languages to texts.
  func localizedText(_ json: inout JSONText) {
    json.array("oneOf") { json in
      json.object { Self.scalar(&$0) }
      json.object { localizedMap(&$0) }
    }
  }

  func localizedMap(_ json: inout JSONText) {
    Self.map(&json) { json in
      for language in languages { json.object(language) { Self.scalar(&$0) } }
    }
  }

  /// One line, which may look like something else to YAML.
  static func scalar(_ json: inout JSONText) {
    types(["string", "number", "boolean", "null"], &json)
  }

  static func types(_ names: [String], _ json: inout JSONText) {
    json.array("type") { json in names.forEach { json.string($0) } }
  }

  /// One of some words, or nothing.
  static func words(_ words: [String], _ json: inout JSONText) {
    json.array("enum") { json in
      words.forEach { json.string($0) }
      json.string("")
      json.null()
    }
  }
}
