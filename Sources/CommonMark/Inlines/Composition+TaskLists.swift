extension Composition {
  /// Turns `[ ]` and `[x]` at the beginning of list items into boxes.
  func composeTaskLists() {
    guard options.taskLists, source.features.contains(.box) else { return }
    for item in document.root.blocks(where: { $0 == .item }) {
      guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
        text.kind == .text
      else { continue }
      let literal = text.literal
      guard literal.count > 3, literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"),
        literal[3] == 0x20 || literal[3] == 0x09
      else { continue }
      let isDone: Bool
      switch literal[1] {
      case UInt8(ascii: " "): isDone = false
      case UInt8(ascii: "x"), UInt8(ascii: "X"): isDone = true
      default: continue
      }
      let html = "<input type=\"checkbox\"\(isDone ? " checked=\"\"" : "") disabled=\"\" /> "
      guard let box = Node.customInline(onEnter: Array(html.utf8)) else { continue }
      text.setLiteral(Array(literal.dropFirst(3).drop { $0 == 0x20 || $0 == 0x09 }))
      text.insertBefore(box)
    }
  }
}
