/// What stands beside a place in a line, as CommonMark's rules for emphasis ask it (section 6.2).
enum Flanking {
  /// The character before a byte of a text, whose literal comes along because finding it takes time; at its beginning, what the node before it ends with in the source.
  static func before(_ offset: Int, in text: Node, _ literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    if offset > 0 {
      var start = min(offset, literal.count) - 1
      while start > 0, literal[start] & 0xC0 == 0x80 { start -= 1 }
      return scalar(literal[start..<min(offset, literal.count)])
    }
    guard let previous = text.previous else { return edge(of: text.parent) }
    switch previous.kind {
    case .text: return last(of: previous)
    case .link where Composition.isAutomatic(previous):
      // An address without brackets ends with its last letter.
      return previous.lastChild.map(last) ?? ")"
    default: return mark(of: previous.kind)
    }
  }

  /// The character at a byte of a text; at its end, what the node after it begins with in the source.
  static func after(_ offset: Int, in text: Node, _ literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    if offset < literal.count {
      var end = offset + 1
      while end < literal.count, literal[end] & 0xC0 == 0x80 { end += 1 }
      return scalar(literal[offset..<end])
    }
    guard let next = text.next else { return edge(of: text.parent) }
    switch next.kind {
    case .text: return after(0, in: next, next.literal)
    case .link where Composition.isAutomatic(next):
      return next.firstChild.map { after(0, in: $0, $0.literal) } ?? "["
    case .link: return "["
    default: return mark(of: next.kind)
    }
  }

  private static func last(of text: Node) -> Unicode.Scalar {
    let literal = text.literal
    return before(literal.count, in: text, literal)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.properties.generalCategory == .spaceSeparator
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      switch scalar.value {
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private static func edge(of parent: Node?) -> Unicode.Scalar {
    switch parent?.kind {
    case .emphasis, .strong: "*"
    case .link, .image: "["
    default: "\n"
    }
  }

  private static func mark(of kind: Node.Kind) -> Unicode.Scalar {
    switch kind {
    case .softBreak, .lineBreak: "\n"
    case .code: "`"
    case .emphasis, .strong: "*"
    case .htmlInline: ">"
    default: ")"
    }
  }

  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? " "
  }
}
