/// Prints diagnostics for people: GNU-style place, excerpt with a caret, remedy. What could steer the terminal, or turn
/// a line's order round, is shown as a picture or as U+FFFD.
struct TextFormatter {
  /// The widest excerpt that is printed, in Unicode scalars; of a longer line the part around the caret.
  private static let excerptWidth = 100

  let sources: (String) -> SourceText?

  func format(_ report: DiagnosticReport) -> String {
    var output = ""
    var texts: [String: SourceText?] = [:]
    func source(_ file: String) -> SourceText? {
      if let known = texts[file] { return known }
      let text = sources(file)
      texts[file] = .some(text)
      return text
    }
    func add(_ line: String) {
      let scalars = line.unicodeScalars.lazy.map { $0 == "\t" ? "\u{2409}" : Self.printable($0) }
      output.unicodeScalars.append(contentsOf: scalars)
      output += "\n"
    }
    for diagnostic in report.diagnostics {
      let place = diagnostic.place.map { "\($0): " } ?? ""
      add("\(place)\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.identifier)]")
      if let place = diagnostic.place { output += excerpt(of: place, in: source(place.file)) }
      for note in diagnostic.notes {
        add("  note: \(note.place.map { "\($0): " } ?? "")\(note.message)")
        if let place = note.place { output += excerpt(of: place, in: source(place.file)) }
      }
      if let remedy = diagnostic.remedy { add("  help: \(remedy)") }
    }
    return output
  }

  /// The line with its number, and below it a caret under the place; tabs become one space, so that the caret fits.
  private func excerpt(of place: Place, in text: SourceText?) -> String {
    guard let line = text?.line(place.line) else { return "" }
    let scalars = line.unicodeScalars.map(Self.printable)
    guard !scalars.isEmpty else { return "" }
    let caret = min(place.column - 1, scalars.count)
    var from = 0
    if scalars.count > Self.excerptWidth {
      from = max(0, min(caret - Self.excerptWidth / 3, scalars.count - Self.excerptWidth))
    }
    let to = min(scalars.count, from + Self.excerptWidth)
    var shown = String.UnicodeScalarView(scalars[from..<to])
    var indent = scalars[from..<caret].reduce(0) { $0 + Self.width($1) }
    if from > 0 {
      shown.insert("…", at: shown.startIndex)
      indent += 1
    }
    if to < scalars.count { shown.append("…") }
    let marked = scalars[min(caret, to)..<min(caret + place.length, to)].reduce(0) { $0 + Self.width($1) }
    let number = String(place.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    return "\(margin) | \(String(shown))\n"
      + String(repeating: " ", count: max(5, number.count)) + " | "
      + String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, marked)) + "\n"
  }

  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }

  /// The columns that a scalar takes in a terminal: none for combining marks, two for East Asian wide ones.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
