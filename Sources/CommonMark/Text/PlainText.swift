/// Text without markup.
enum PlainText {
  /// The text below a node: as libcmark writes an image's alternative text, so that breaks are spaces.
  static func of(_ node: Node) -> String {
    // The usual case: one text, nothing else.
    if let only = node.firstChild, only.next == nil, only.kind == .text {
      return String(decoding: only.literal, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    node.walk { node, kind, entering in
      guard entering else { return }
      switch kind {
      case .text, .code, .htmlInline: bytes.append(contentsOf: node.literal)
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of finished HTML, its white space collapsed.
  static func of(html: [UInt8], limit: Int) -> String {
    var text: [UInt8] = []
    var scalars = 0
    var lastSpace: Int?
    var isCut = false
    var index = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        index = html[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
        continue
      }
      if isSpace(byte) {
        index += 1
        if text.isEmpty || text.last == 0x20 { continue }
        lastSpace = text.count
      } else if byte == UInt8(ascii: "&") {
        let (decoded, length) = reference(html[index...])
        index += length
        text.append(decoded)
        scalars += 1
        continue
      } else {
        index += 1
      }
      if byte & 0xC0 != 0x80 {
        if scalars >= limit {
          isCut = true
          break
        }
        scalars += 1
      }
      text.append(isSpace(byte) ? 0x20 : byte)
    }
    if isCut { text.removeLast(text.count - (lastSpace ?? text.count)) }
    while text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self) + (isCut ? "…" : "")
  }

  /// The byte for one of the references that renderers write, and the reference's length.
  private static func reference(_ html: ArraySlice<UInt8>) -> (UInt8, Int) {
    for (name, byte) in [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#10;", 0x20), ("&#x27;", UInt8(ascii: "'")),
    ] where html.starts(with: name.utf8) {
      return (byte, name.utf8.count)
    }
    return (UInt8(ascii: "&"), 1)
  }
}
