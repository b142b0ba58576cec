/// Replaces `& < > " '` by the entities that MarkupSafe uses.
enum HTMLEscaping {
  /// The entity for each byte, empty for those that stand for themselves.
  private static let entities: [[UInt8]] = {
    var entities = [[UInt8]](repeating: [], count: 256)
    for (character, entity): (Unicode.Scalar, String) in [
      ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&#34;"), ("'", "&#39;"),
    ] {
      entities[Int(character.value)] = Array(entity.utf8)
    }
    return entities
  }()

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27: true
    default: false
    }
  }

  /// Appends the bytes, copying runs that need no escaping whole.
  static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var runStart = 0
      var index = 0
      let count = bytes.count
      while index < count {
        let byte = bytes[index]
        if isSpecial(byte) {
          if index > runStart {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
          }
          output.append(contentsOf: entities[Int(byte)])
          runStart = index &+ 1
        }
        index &+= 1
      }
      if runStart == 0 {
        output.append(contentsOf: bytes)
      } else if runStart < count {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<count]))
      }
    }
  }
}
