import Diagnostics

extension ContentSchemas {
  /// `topics.yml`.
  var topicsFile: [UInt8] {
    document("topics.yml") { json in
      Self.types(["object", "null"], &json)
      json.object("additionalProperties") { Self.textOrMap(&$0) { writeTopic(to: &$0) } }
    }
  }

  private func writeTopic(to json: inout JSONText) {
    for language in languages { json.object(language) { Self.scalar(&$0) } }
    json.object("parent") { json in
      json.member("description", "The key of the broader topic")
      Self.words(topics, &json)
    }
    json.object("slug") { json in
      json.member("description", "The end of the topic’s address, by language")
      localizedMap(&json)
    }
    json.object("description") { localizedText(&$0) }
    json.object("related") { json in
      Self.types(["array", "null"], &json)
      json.object("items") { Self.words(topics, &$0) }
    }
  }

  /// `organisations.yml`.
  var organisationsFile: [UInt8] {
    document("organisations.yml") { json in
      Self.types(["object", "null"], &json)
      json.object("additionalProperties") { json in
        Self.textOrMap(&json, required: ["name"]) { json in
          json.object("name") { localizedText(&$0) }
          json.object("url") { $0.member("pattern", "^https?://") }
        }
      }
    }
  }

  /// `kinds/<kind>.yml`.
  var kindFile: [UInt8] {
    document("A kind of entries") { json in
      json.member("type", "object")
      json.key("additionalProperties")
      json.boolean(false)
      json.array("required") { $0.string("section") }
      json.object("properties") { json in
        for key in KindReader.keys {
          json.object(key) { json in
            switch key {
            case "hides_future", "has_section", "has_feed": json.member("type", "boolean")
            case "order": Self.words(Kind.Order.allCases.map(\.rawValue), &json)
            case "fields": json.member("$ref", "#/definitions/fields")
            default: json.member("type", "string")
            }
          }
        }
      }
      json.object("definitions") { json in
        json.object("fields") { json in
          Self.types(["object", "null"], &json)
          json.object("additionalProperties") { $0.member("$ref", "#/definitions/field") }
        }
        json.object("field") { writeFieldDeclaration(to: &$0) }
      }
    }
  }

  /// A field, or the type of a list's elements: the name of a type, or a map with it.
  private func writeFieldDeclaration(to json: inout JSONText) {
    json.array("oneOf") { json in
      json.object { Self.words(KindReader.typeNames, &$0) }
      json.object { json in
        json.member("type", "object")
        json.key("additionalProperties")
        json.boolean(false)
        json.array("required") { $0.string("type") }
        json.object("properties") { json in
          for key in KindReader.fieldKeys {
            json.object(key) { json in
              switch key {
              case "type": Self.words(KindReader.typeNames, &json)
              case "class": Self.words(FieldDeclaration.Class.allCases.map(\.rawValue), &json)
              case "required", "laid_out", "outside": json.member("type", "boolean")
              case "vocabulary": Self.words(["topics", "organisations"], &json)
              case "fields": json.member("$ref", "#/definitions/fields")
              case "of":
                json.array("oneOf") { json in
                  json.object { $0.member("$ref", "#/definitions/field") }
                  json.object { $0.member("type", "array") }
                }
              case "to": Self.types(["array", "string"], &json)
              case "description": Self.types(["object", "string"], &json)
              default: json.member("type", "string")
              }
            }
          }
        }
      }
    }
  }
}
