/// Writes XML 1.0, or HTML, as UTF-8 bytes.
struct XMLText {
  typealias Attributes = [(name: String, value: String?)]

  private(set) var bytes: [UInt8]

  init(prolog: String = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {
    bytes = Array(prolog.utf8)
  }

  /// An element with attributes and what `content` writes into it; without content an empty element.
  /// An attribute without a value is left out.
  mutating func element(
    _ name: String, _ attributes: Attributes = [], content: ((inout XMLText) -> Void)? = nil
  ) {
    open(name, attributes)
    guard let content else { return raw("/>\n") }
    raw(">")
    content(&self)
    raw("</\(name)>\n")
  }

  /// An element of HTML that never has content.
  mutating func tag(_ name: String, _ attributes: Attributes) {
    open(name, attributes)
    raw(">\n")
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    raw("<\(name)")
    for case (let name, let value?) in attributes {
      raw(" \(name)=\"")
      text(value)
      raw("\"")
    }
  }

  /// An element that holds text alone.
  mutating func element(_ name: String, _ attributes: Attributes = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Character data, escaped; valid in attributes, too.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// Character data, escaped; valid in attributes, too.
  mutating func text(_ utf8: [UInt8]) { utf8.withUnsafeBufferPointer { text($0) } }

  private mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices {
      let entity: StaticString
      switch utf8[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case 0x0D: entity = "&#13;"
      default: continue
      }
      bytes.append(contentsOf: utf8[start..<index])
      entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
      start = index + 1
    }
    bytes.append(contentsOf: utf8[start...])
  }

  /// XML as it is.
  mutating func raw(_ xml: String) { bytes.append(contentsOf: xml.utf8) }

  /// Appends XML, or HTML, as it is.
  mutating func raw(utf8 xml: [UInt8]) { bytes.append(contentsOf: xml) }
}
