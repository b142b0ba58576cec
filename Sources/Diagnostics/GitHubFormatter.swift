/// Prints a report as GitHub Actions workflow commands, which annotate the lines of a pull request.
struct GitHubFormatter {
  func format(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { diagnostic in
      var properties: [String] = []
      if let place = diagnostic.place {
        properties.append("file=\(escapedProperty(place.file))")
        properties.append("line=\(place.line)")
        properties.append("col=\(place.column)")
        properties.append("endColumn=\(place.column + place.length)")
      }
      properties.append("title=\(escapedProperty(diagnostic.identifier))")
      var message = diagnostic.message
      for note in diagnostic.notes {
        message += "\n\(note.place.map { "\($0): " } ?? "")\(note.message)"
      }
      if let remedy = diagnostic.remedy { message += "\n\(remedy)" }
      return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(message))\n"
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
