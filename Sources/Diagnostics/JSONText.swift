/// Writes JSON text, members in the order given (RFC 8259).
package struct JSONText {
  package private(set) var text = ""
  private var isFirst = true

  package init() {}

  package mutating func object(_ body: (inout JSONText) -> Void) { nested("{", "}", body) }

  package mutating func array(_ body: (inout JSONText) -> Void) { nested("[", "]", body) }

  /// Begins the next member of the object that is being written.
  package mutating func key(_ name: String) {
    separate()
    text += Self.quoted(name) + ":"
    isFirst = true
  }

  package mutating func string(_ value: String) { append(Self.quoted(value)) }

  package mutating func integer(_ value: Int) { append(String(value)) }

  private mutating func append(_ json: String) {
    separate()
    text += json
  }

  private mutating func nested(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    separate()
    text += open
    isFirst = true
    body(&self)
    text += close
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { text += "," }
    isFirst = false
  }

  /// A JSON string literal. Also escapes what HTML or JavaScript would end at: `<`, U+2028 and U+2029.
  package static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "<", "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hexadecimal = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
