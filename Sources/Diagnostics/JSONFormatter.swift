/// Prints a report as one JSON object: `errors`, `warnings`, `diagnostics`.
struct JSONFormatter {
  func format(_ report: DiagnosticReport) -> String {
    var json = JSONText()
    json.object { json in
      json.key("errors")
      json.integer(report.errorCount)
      json.key("warnings")
      json.integer(report.warningCount)
      json.key("diagnostics")
      json.array { json in
        for diagnostic in report.diagnostics { write(diagnostic, to: &json) }
      }
    }
    return json.text + "\n"
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
    json.object { json in
      json.key("identifier")
      json.string(diagnostic.identifier)
      json.key("severity")
      json.string(diagnostic.severity.rawValue)
      json.key("message")
      json.string(diagnostic.message)
      write(diagnostic.place, to: &json)
      if let remedy = diagnostic.remedy {
        json.key("remedy")
        json.string(remedy)
      }
      if !diagnostic.notes.isEmpty {
        json.key("notes")
        json.array { json in
          for note in diagnostic.notes {
            json.object { json in
              json.key("message")
              json.string(note.message)
              write(note.place, to: &json)
            }
          }
        }
      }
    }
  }

  private func write(_ place: Place?, to json: inout JSONText) {
    guard let place else { return }
    json.key("file")
    json.string(place.file)
    json.key("line")
    json.integer(place.line)
    json.key("column")
    json.integer(place.column)
    json.key("length")
    json.integer(place.length)
  }
}
