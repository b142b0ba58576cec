/// Writes XML 1.0 as UTF-8 bytes.
struct XMLText {
  typealias Attributes = [(name: String, value: String?)]

  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// An element with attributes and what `content` writes into it; without content an empty element.
  /// An attribute without a value is left out.
  mutating func element(
    _ name: String, _ attributes: Attributes = [], content: ((inout XMLText) -> Void)? = nil
  ) {
    raw("<\(name)")
    for case (let name, let value?) in attributes {
      raw(" \(name)=\"")
      text(value.utf8)
      raw("\"")
    }
    guard let content else { return raw("/>\n") }
    raw(">")
    content(&self)
    raw("</\(name)>\n")
  }

  /// An element that holds text alone.
  mutating func element(_ name: String, _ attributes: Attributes = [], text: String) {
    element(name, attributes) { $0.text(text.utf8) }
  }

  /// Character data, escaped; valid in attributes, too.
  mutating func text(_ utf8: some Sequence<UInt8>) {
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case 0x0D: raw("&#13;")
      default: bytes.append(byte)
      }
    }
  }

  /// XML as it is.
  mutating func raw(_ xml: String) { bytes.append(contentsOf: xml.utf8) }
}
