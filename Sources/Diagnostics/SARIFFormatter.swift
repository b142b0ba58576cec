/// Prints a report as SARIF 2.1.0 (OASIS), which code scanning services read.
struct SARIFFormatter {
  func format(_ report: DiagnosticReport) -> String {
    let rules = Set(report.diagnostics.map(\.identifier)).sorted()
    var json = JSONText()
    json.object { json in
      json.key("$schema")
      json.string("https://json.schemastore.org/sarif-2.1.0.json")
      json.key("version")
      json.string("2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { json in
              json.key("name")
              json.string("oresund")
              json.key("rules")
              json.array { json in
                for rule in rules {
                  json.object { json in
                    json.key("id")
                    json.string(rule)
                  }
                }
              }
            }
          }
          json.key("columnKind")
          json.string("unicodeCodePoints")
          json.key("results")
          json.array { json in
            for diagnostic in report.diagnostics { write(diagnostic, to: &json) }
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
    json.object { json in
      json.key("ruleId")
      json.string(diagnostic.identifier)
      json.key("level")
      json.string(diagnostic.severity.rawValue)
      json.key("message")
      json.object { json in
        json.key("text")
        json.string(diagnostic.message + (diagnostic.remedy.map { "\n\($0)" } ?? ""))
      }
      if let place = diagnostic.place {
        json.key("locations")
        json.array { json in write(place, message: nil, to: &json) }
      }
      if diagnostic.notes.contains(where: { $0.place != nil }) {
        json.key("relatedLocations")
        json.array { json in
          for note in diagnostic.notes {
            if let place = note.place { write(place, message: note.message, to: &json) }
          }
        }
      }
    }
  }

  private func write(_ place: Place, message: String?, to json: inout JSONText) {
    json.object { json in
      json.key("physicalLocation")
      json.object { json in
        json.key("artifactLocation")
        json.object { json in
          json.key("uri")
          json.string(Self.uri(place.file))
        }
        json.key("region")
        json.object { json in
          json.key("startLine")
          json.integer(place.line)
          json.key("startColumn")
          json.integer(place.column)
          json.key("endColumn")
          json.integer(place.column + place.length)
        }
      }
      if let message {
        json.key("message")
        json.object { json in
          json.key("text")
          json.string(message)
        }
      }
    }
  }

  /// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` percent-encoded.
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hexadecimal = String(byte, radix: 16, uppercase: true)
        result += "%" + (hexadecimal.count == 1 ? "0" : "") + hexadecimal
      }
    }
    return result
  }
}
