import Content
import Diagnostics
import SiteGraph

/// A set as one document: JSON, or GeoJSON (RFC 7946) with what has a place on a map.
struct DatasetDocument {
  let dataset: Dataset
  private var site: Site { dataset.site }

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  /// `/api/clusters.json`.
  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("$schema", site.permalink("/api/\(dataset.name).schema.json"))
      writeOrigin(to: &json)
      json.array(dataset.name) { json in
        for number in dataset.entries {
          json.newline()
          json.object { DatasetRecord(number, in: dataset).writeMembers(to: &$0) }
        }
      }
    }
    json.end()
    return json.bytes
  }

  /// `/api/clusters.geojson`.
  func geoJSON() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "FeatureCollection")
      writeOrigin(to: &json)
      json.array("features") { json in
        for number in dataset.entries {
          guard let location = site.entries[number].shared["location"]?.value.record,
            case .number(let latitude)? = location["lat"]?.value,
            case .number(let longitude)? = location["lon"]?.value
          else { continue }
          json.newline()
          json.object { json in
            json.member("type", "Feature")
            json.member("id", site.entries[number].key)
            json.object("geometry") { json in
              json.member("type", "Point")
              json.array("coordinates") { json in
                json.number(longitude)
                json.number(latitude)
              }
            }
            json.object("properties") { json in
              DatasetRecord(number, in: dataset).writeMembers(to: &json, leavingOut: "location")
            }
          }
        }
      }
    }
    json.end()
    return json.bytes
  }

  // MARK: What the entries refer to

  /// Whose data these are, and the words for the keys in them.
  private func writeOrigin(to json: inout JSONText) {
    json.object("network") { json in
      json.object("name") { json in
        for language in dataset.localized { write(language.name, in: language, to: &json) }
      }
      json.member("url", site.permalink("/"))
    }
    if let licence = site.configuration.licence {
      json.object("licence") { json in
        json.member("name", licence.name)
        json.member("url", licence.url)
      }
    }
    json.array("languages") { json in site.languages.forEach { json.string($0.tag) } }
    writeWords("topics", site.topics.indices, key: { site.topics[$0].topic.key }, to: &json) {
      $1.title(ofTopic: $0)
    }
    writeWords("countries", site.areas.indices, key: { site.areas[$0].key }, to: &json) {
      site.areas[$0].names[$1.number]
    }
    writeWords("organisations", site.organisations.indices, key: { site.organisations[$0].key }, to: &json) {
      $1.text(site.organisations[$0].name)
    }
  }

  /// The names of a vocabulary's terms in the languages that have one, by key.
  private func writeWords(
    _ name: String, _ terms: Range<Int>, key: (Int) -> String, to json: inout JSONText,
    text: (Int, LocalizedSite) -> LabelText?
  ) {
    json.newline()
    json.object(name) { json in
      for term in terms {
        json.object(key(term)) { json in
          for language in dataset.localized { write(text(term, language), in: language, to: &json) }
        }
      }
    }
  }

  /// A text under the code of a language, but for one that is in another.
  private func write(_ text: LabelText?, in language: LocalizedSite, to json: inout JSONText) {
    guard let text, text.language ?? language.tag == language.tag else { return }
    json.member(language.tag, text.text)
  }
}
