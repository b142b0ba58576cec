import Content
import Diagnostics
import SiteGraph

/// The JSON Schema (2020-12) of a set's documents, made from the kind's declaration.
struct DatasetSchema {
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  let dataset: Dataset
  private var site: Site { dataset.site }

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  /// Of `/api/clusters.json`.
  func json() -> [UInt8] {
    document(of: "\(dataset.name).json") { json in
      writeObject(to: &json, required: ["network", "languages", dataset.name]) { json in
        writeOrigin(to: &json)
        json.object("$schema") { $0.member("type", "string") }
        json.object(dataset.name) { json in
          json.member("type", "array")
          json.object("items") { $0.member("$ref", "#/$defs/entry") }
        }
      }
    }
  }

  /// Of `/api/clusters.geojson`.
  func geoJSON() -> [UInt8] {
    document(of: "\(dataset.name).geojson") { json in
      writeObject(to: &json, required: ["type", "features"]) { json in
        json.object("type") { $0.member("const", "FeatureCollection") }
        writeOrigin(to: &json)
        json.object("features") { json in
          json.member("type", "array")
          json.object("items") { json in
            writeObject(to: &json, required: ["type", "id", "geometry", "properties"]) { json in
              json.object("type") { $0.member("const", "Feature") }
              json.object("id") { $0.member("type", "string") }
              json.object("geometry") { json in
                writeObject(to: &json, required: ["type", "coordinates"]) { json in
                  json.object("type") { $0.member("const", "Point") }
                  json.object("coordinates") { json in
                    json.member("description", "Longitude and latitude in degrees (WGS 84)")
                    json.member("type", "array")
                    json.object("items") { $0.member("type", "number") }
                    json.member("minItems", 2)
                    json.member("maxItems", 2)
                  }
                }
              }
              json.object("properties") { $0.member("$ref", "#/$defs/entry") }
            }
          }
        }
      }
    }
  }

  private func document(of name: String, _ body: (inout JSONText) -> Void) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("$schema", Self.dialect)
      json.member("$id", site.permalink("/api/\(name.replacing(".json", with: "")).schema.json"))
      json.member("title", "\(site.permalink("/api/\(name)"))")
      body(&json)
      json.object("$defs") { writeDefinitions(to: &$0) }
    }
    json.end()
    return json.bytes
  }

  private func writeObject(
    to json: inout JSONText, required: [String] = [], _ properties: (inout JSONText) -> Void
  ) {
    json.member("type", "object")
    if !required.isEmpty { json.array("required") { json in required.forEach { json.string($0) } } }
    json.object("properties", properties)
  }

  private func writeOrigin(to json: inout JSONText) {
    json.object("network") { json in
      writeObject(to: &json, required: ["name", "url"]) { json in
        json.object("name") { $0.member("$ref", "#/$defs/texts") }
        json.object("url") { write(.url, to: &$0) }
      }
    }
    json.object("licence") { json in
      json.member("description", "The terms under which the data may be used")
      writeObject(to: &json, required: ["name"]) { json in
        json.object("name") { $0.member("type", "string") }
        json.object("url") { write(.url, to: &$0) }
      }
    }
    json.object("languages") { json in
      json.member("type", "array")
      json.object("items") { $0.member("type", "string") }
    }
    for vocabulary in ["topics", "countries", "organisations"] {
      json.object(vocabulary) { json in
        json.member("description", "The names of the keys that entries have, by language")
        json.member("type", "object")
        json.object("additionalProperties") { $0.member("$ref", "#/$defs/texts") }
      }
    }
  }

  private func writeDefinitions(to json: inout JSONText) {
    json.object("texts") { json in
      json.member("description", "A text by language, with the languages that have it")
      writeByLanguage(to: &json) { $0.member("type", "string") }
    }
    json.object("reference") { json in
      json.member(
        "description", "Another entry or an organisation by its id, or somebody outside the network")
      json.array("oneOf") { json in
        for required in [["kind", "id"], ["name"]] {
          json.object { json in
            writeObject(to: &json, required: required) { json in
              for name in required[0] == "kind" ? required : ["name", "url"] {
                json.object(name) { $0.member("type", "string") }
              }
            }
          }
        }
      }
    }
    json.object("entry") { json in
      let always = dataset.fields.filter {
        $0.isRequired && !($0.name == "title" && dataset.kind.titleField != nil)
      }
      writeObject(to: &json, required: ["id", "original_language", "url"] + always.map(\.name)) { json in
        json.object("id") { json in
          json.member("description", "Stays the same as long as the entry exists")
          json.member("type", "string")
        }
        json.object("original_language") { $0.member("type", "string") }
        json.object("url") { json in
          json.member("description", "The pages of the entry by language")
          writeByLanguage(to: &json) { write(.url, to: &$0) }
        }
        for field in dataset.fields { json.object(field.name) { write(field, to: &$0) } }
        if dataset.hasMatches { MatchRecord.writeSchema(to: &json) }
      }
    }
    if dataset.hasMatches { MatchRecord.writeDefinition(to: &json) }
  }

  private func writeByLanguage(to json: inout JSONText, _ value: (inout JSONText) -> Void) {
    json.member("type", "object")
    json.object("propertyNames") { json in
      json.array("enum") { json in site.languages.forEach { json.string($0.tag) } }
    }
    json.object("additionalProperties", value)
  }

  // MARK: Fields

  private func write(_ field: FieldDeclaration, to json: inout JSONText) {
    json.member("description", field.description())
    if case .record(let parts) = field.type {
      return writeObject(to: &json) { json in
        for part in parts where part.name != "publish" { json.object(part.name) { write(part, to: &$0) } }
      }
    }
    if field.class == .shared { return write(field.type, to: &json) }
    writeByLanguage(to: &json) { write(field.type, to: &$0) }
  }

  private func write(_ type: FieldType, to json: inout JSONText) {
    func text(format: String? = nil, pattern: String? = nil) {
      json.member("type", "string")
      json.member("format", format)
      json.member("pattern", pattern)
    }
    switch type {
    case .date: text(format: "date")
    case .yearOrDate: text(pattern: "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$")
    case .time: text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$")
    case .url, .file: text(format: "uri")
    case .email: text(format: "email")
    case .country: text(pattern: "^[a-z]{2}$")
    case .choice(let words):
      json.array("enum") { json in words.forEach { json.string($0) } }
    case .number: json.member("type", "number")
    case .count:
      json.member("type", "integer")
      json.member("minimum", 0)
    case .boolean: json.member("type", "boolean")
    case .place:
      writeObject(to: &json, required: ["lat", "lon"]) { json in
        for name in ["lat", "lon"] { json.object(name) { $0.member("type", "number") } }
      }
    case .reference: json.member("$ref", "#/$defs/reference")
    case .list(let element):
      json.member("type", "array")
      json.object("items") { write(element, to: &$0) }
    case .record(let parts):
      writeObject(to: &json) { json in
        for part in parts { json.object(part.name) { write(part.type, to: &$0) } }
      }
    case .text, .name, .timeZone, .area, .link, .path, .slug, .template, .term: text()
    case .markdown, .data: break
    }
  }
}
