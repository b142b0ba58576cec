import Diagnostics

extension ContentSchemas {
  /// The front matter of a kind's entries. Nothing is required, since a variant may leave everything to the others.
  func frontMatter(of kind: Kind) -> [UInt8] {
    document("Front matter: \(kind.name)") { json in
      Self.map(&json) { json in
        for field in kind.fields { json.object(field.name) { write(field, to: &$0) } }
      }
    }
  }

  private func write(_ field: FieldDeclaration, to json: inout JSONText) {
    json.member("description", field.description())
    write(field.type, to: &json)
  }

  private func write(_ type: FieldType, to json: inout JSONText) {
    func text(_ pattern: String? = nil) {
      Self.types(["string", "null"], &json)
      json.member("pattern", pattern.map { "^(\($0))?$" })
    }
    switch type {
    case .text, .name, .markdown: Self.scalar(&json)
    case .date: text("[0-9]{4}-[0-9]{2}-[0-9]{2}")
    case .time: text("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?")
    case .yearOrDate:
      Self.types(["string", "integer", "null"], &json)
      json.member("pattern", "^([0-9]{4}(-[0-9]{2}-[0-9]{2})?)?$")
    case .url: text("https?://.+")
    case .email: text(".+@.+")
    case .path: text("/.*")
    case .timeZone, .link, .file, .slug, .template: text()
    case .number: Self.types(["number", "null"], &json)
    case .count:
      Self.types(["integer", "null"], &json)
      json.member("minimum", 0)
    case .boolean: Self.types(["boolean", "null"], &json)
    case .country: Self.words(Countries.codes.sorted(), &json)
    case .area:
      Self.words(Countries.codes.sorted() + Countries.continents + Countries.areas + groups, &json)
    case .place: writePlace(to: &json)
    case .choice(let words): Self.words(words, &json)
    case .term(let vocabulary): Self.words(vocabulary == "topics" ? topics : organisations, &json)
    case .reference(let kinds, let outside): writeReference(to: kinds, outside: outside, &json)
    case .list(let element):
      Self.types(["array", "null"], &json)
      json.object("items") { write(element, to: &$0) }
    case .record(let parts):
      Self.map(&json) { json in
        for part in parts { json.object(part.name) { write(part, to: &$0) } }
      }
    case .data: break
    }
  }

  private func writePlace(to json: inout JSONText) {
    Self.map(&json, required: ["lat", "lon"]) { json in
      for (name, limit) in [("lat", 90), ("lon", 180)] {
        json.object(name) { json in
          json.member("type", "number")
          json.member("minimum", -limit)
          json.member("maximum", limit)
        }
      }
    }
  }

  /// A name is checked by the build alone, which knows entries that are newer than the schema; those known today
  /// are offered.
  private func writeReference(to kinds: [String], outside: Bool, _ json: inout JSONText) {
    let names = kinds.flatMap { entries[$0] ?? [] } + (outside ? organisations : [])
    func writeName(_ json: inout JSONText) {
      json.member("type", "string")
      if !names.isEmpty { json.array("examples") { json in names.forEach { json.string($0) } } }
    }
    guard outside else { return writeName(&json) }
    json.array("oneOf") { json in
      json.object { writeName(&$0) }
      json.object { json in
        Self.map(&json, required: ["name"]) { json in
          json.object("name") { Self.scalar(&$0) }
          json.object("url") { write(.url, to: &$0) }
        }
      }
    }
  }
}
