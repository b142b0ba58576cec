import SiteGraph

/// Writes the content lines of an iCalendar stream (RFC 5545, section 3.1): with CRLF at their ends, and folded so that
/// none has more than 75 octets.
struct ContentLines {
  typealias Parameters = [(name: String, value: String)]

  private static let width = 75
  private(set) var bytes: [UInt8] = []

  /// A component and what `content` writes into it.
  mutating func component(_ name: String, _ content: (inout ContentLines) -> Void) {
    line("BEGIN", name)
    content(&self)
    line("END", name)
  }

  /// A property whose value is written as it is.
  mutating func line(_ name: String, _ parameters: Parameters = [], _ value: String) {
    let parameters = parameters.map { ";\($0.name)=\($0.value)" }.joined()
    fold(Array("\(name)\(parameters):\(value)".utf8))
  }

  mutating func line(_ name: String, _ value: String) { line(name, [], value) }

  /// A property whose value is text in a language (section 3.2.10), which is said where it is not the calendar's.
  mutating func line(_ name: String, _ text: LabelText, in language: String) {
    line(name, texts: [text.text], of: text.language, in: language)
  }

  /// A property with several texts in one language.
  ///
  /// - Parameters:
  ///   - own: The texts' language; `nil` for proper names.
  ///   - language: The calendar's.
  mutating func line(_ name: String, texts: [String], of own: String?, in language: String) {
    let parameters = own.flatMap { $0 == language ? nil : [(name: "LANGUAGE", value: $0)] } ?? []
    line(name, parameters, texts.map(Self.escaped).joined(separator: ","))
  }

  /// A value of the type TEXT (section 3.3.11).
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\n" where isAfterReturn: break
      case "\n", "\r": escaped.append(contentsOf: ["\\", "n"])
      case "\t": escaped.append(scalar)
      case "\u{0}"..<" ", "\u{7F}": break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Breaks a line between octets, but never within a character.
  private mutating func fold(_ line: [UInt8]) {
    var start = 0
    var room = Self.width
    while line.count - start > room {
      var end = start + room
      while end > start, line[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
      bytes += line[start..<end]
      bytes += "\r\n ".utf8
      start = end
      // The space counts.
      room = Self.width - 1
    }
    bytes += line[start...]
    bytes += "\r\n".utf8
  }
}
