/// What of a content file is translated: the values of translated fields and the body, as they are written.
///
/// Its digest tells whether an original has changed since it was translated. It follows the source, not what
/// is made of it, so that it is the same with another release; line ends and the white space at the text's
/// end do not count.
struct TranslatableText {
  private enum Mark {
    static let text: UInt8 = 1
    static let list: UInt8 = 2
    static let map: UInt8 = 3
    static let end: UInt8 = 4
    static let body: UInt8 = 5
  }

  private var fingerprint = Fingerprint()

  /// The digest of a file: 16 hexadecimal digits.
  static func digest(_ members: [YAMLNode.Member], body: ArraySlice<UInt8>, kind: Kind) -> String {
    var text = TranslatableText()
    for field in kind.fields {
      guard let value = members.first(where: { $0.key.value == field.name })?.value else { continue }
      if field.class == .translated {
        text.add(value, named: field.name)
      } else if case .record(let parts) = field.type {
        for part in parts where part.class == .translated {
          guard let value = value.mapping?.first(where: { $0.key.value == part.name })?.value else {
            continue
          }
          text.add(value, named: "\(field.name).\(part.name)")
        }
      }
    }
    text.add(body: body)
    return text.fingerprint.hexadecimal
  }

  private mutating func add(_ node: YAMLNode, named name: String) {
    guard !node.isNull else { return }
    fingerprint.add(name.utf8)
    add(node)
  }

  private mutating func add(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _):
      fingerprint.add(Mark.text)
      fingerprint.add(text.utf8)
    case .sequence(let nodes):
      fingerprint.add(Mark.list)
      for node in nodes { add(node) }
    case .mapping(let members):
      fingerprint.add(Mark.map)
      for member in members { add(member.value, named: member.key.value) }
    }
    fingerprint.add(Mark.end)
  }

  private mutating func add(body: ArraySlice<UInt8>) {
    guard let last = body.lastIndex(where: { $0 > 0x20 }) else { return }
    fingerprint.add(Mark.body)
    var isAfterReturn = false
    for byte in body[...last] {
      // A line end counts as one, however it is written.
      if byte != 0x0A || !isAfterReturn { fingerprint.add(byte == 0x0D ? 0x0A : byte) }
      isAfterReturn = byte == 0x0D
    }
  }
}
