/// Keeps signs that were written with a backslash apart from bare ones, until the passes over the text are done.
///
/// libcmark gives `\"` and `"` as the same text. So before it reads the text, each backslash with a sign that
/// means something to our passes becomes a character of the same length that no text has (Syriac
/// punctuation, which libcmark takes for the punctuation that the sign is), and afterwards what it stood for.
enum EscapedSigns {
  private static let signs = Array("\"'-.~[]^:@{}!".utf8)
  /// The first byte of U+0700 to U+073F in UTF-8.
  private static let lead: UInt8 = 0xDC

  /// The text with escaped signs replaced, or `nil` where it has none. A text in Syriac has none of this.
  static func protect(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8]?
    var index = 0
    // Within a tag or an address in angle brackets a backslash is a backslash.
    var isInTag = false
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), !isInTag else {
        switch bytes[index] {
        case UInt8(ascii: "<"): isInTag = beginsTag(bytes[index + 1])
        case UInt8(ascii: ">"): isInTag = false
        default: break
        }
        index += 1
        continue
      }
      if let number = signs.firstIndex(of: bytes[index + 1]) {
        if result == nil {
          guard !bytes.contains(lead) else { return nil }
          result = bytes
        }
        result?[index] = lead
        result?[index + 1] = 0x80 + UInt8(truncatingIfNeeded: number)
      }
      // A backslash takes the byte after it with it, be it another backslash.
      index += 2
    }
    return result
  }

  private static func beginsTag(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || "/!?".utf8.contains(byte)
  }

  /// Puts the signs back in a whole tree: bare in what libcmark had unescaped, with the backslash elsewhere.
  static func restore(in document: Document) {
    var nodes: [(Node, Node.Kind)] = []
    document.root.walk { node, kind, entering in
      switch kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline: nodes.append((node, kind))
      case .link where entering, .image where entering: nodes.append((node, kind))
      default: break
      }
    }
    for (node, kind) in nodes {
      switch kind {
      case .text: restored(node.literal, escaped: false).map(node.setLiteral)
      case .link, .image:
        let isAutomatic = kind == .link && Composition.isAutomatic(node)
        restored(node.url, escaped: isAutomatic).map(node.setURL)
        restored(node.title, escaped: false).map(node.setTitle)
      case .codeBlock:
        restored(node.literal, escaped: true).map(node.setLiteral)
        restored(node.fenceInfo, escaped: false).map(node.setFenceInfo)
      default: restored(node.literal, escaped: true).map(node.setLiteral)
      }
    }
  }

  /// A text with its signs back, or `nil` where it has none.
  static func restored(_ text: some BidirectionalCollection<UInt8>, escaped: Bool) -> [UInt8]? {
    guard text.contains(lead) else { return nil }
    var result: [UInt8] = []
    var isAfterLead = false
    for byte in text {
      if isAfterLead {
        isAfterLead = false
        let number = Int(byte) - 0x80
        if number >= 0, number < signs.count {
          if escaped { result.append(UInt8(ascii: "\\")) }
          result.append(signs[number])
        } else {
          result.append(lead)
          result.append(byte)
        }
      } else if byte == lead {
        isAfterLead = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
