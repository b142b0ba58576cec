/// Writes JSON text as UTF-8 bytes, members in the order given (RFC 8259).
package struct JSONText {
  package private(set) var bytes: [UInt8] = []
  private var isFirst = true

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func object(_ body: (inout JSONText) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  package mutating func array(_ body: (inout JSONText) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Begins the next member of the object that is being written.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  package mutating func string(_ value: String) {
    separate()
    Self.appendQuoted(value, to: &bytes)
  }

  /// A string from its UTF-8 bytes.
  package mutating func string(utf8 value: [UInt8]) {
    separate()
    value.withUnsafeBufferPointer { Self.appendQuoted($0, to: &bytes) }
  }

  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A number with the fewest digits that give it again; `null` for what is none in JSON.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value) { return integer(whole) }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Lets the next value begin on a line of its own, for those who read the text.
  package mutating func newline() {
    separate()
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Ends the last line.
  package mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(open)
    isFirst = true
    body(&self)
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  // MARK: Strings

  /// A JSON string literal. Also escapes what HTML or JavaScript would end at: `<`, U+2028 and U+2029.
  package static func quoted(_ value: String) -> String {
    var bytes: [UInt8] = []
    appendQuoted(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendQuoted(_ value: String, to bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { appendQuoted($0, to: &bytes) }
  }

  private static func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in utf8.indices where isEscaped(utf8, index) {
      bytes.append(contentsOf: utf8[start..<index])
      start = index + 1
      switch utf8[index] {
      case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
      case lineSeparatorStart:
        bytes.append(contentsOf: (utf8[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
        start = index + 3
      case let control:
        bytes.append(contentsOf: #"\u00"#.utf8)
        bytes.append(digit(control >> 4))
        bytes.append(digit(control & 0xF))
      }
    }
    bytes.append(contentsOf: utf8[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  /// The first byte of U+2028 and U+2029, which are E2 80 A8 and E2 80 A9.
  private static let lineSeparatorStart: UInt8 = 0xE2

  private static func isEscaped(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch utf8[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0..<0x20, 0x7F: true
    case lineSeparatorStart:
      index + 2 < utf8.count && utf8[index + 1] == 0x80
        && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9)
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension JSONText {
  /// A member whose value is a string; nothing where there is no value.
  package mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// A member whose value is a whole number; nothing where there is none.
  package mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  /// A member whose value is an object.
  package mutating func object(_ name: String, _ body: (inout JSONText) -> Void) {
    key(name)
    object(body)
  }

  /// A member whose value is an array.
  package mutating func array(_ name: String, _ body: (inout JSONText) -> Void) {
    key(name)
    array(body)
  }
}
