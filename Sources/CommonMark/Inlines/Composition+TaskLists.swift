extension Composition {
  /// Turns `[ ]` and `[x]` at the beginning of list items into boxes, which say what they mean to screen readers.
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
      let checked = isDone ? " checked=\"\"" : ""
      var html = Array("<input type=\"checkbox\"\(checked) disabled=\"\" aria-label=\"".utf8)
      appendLabel(Label(.task(isDone: isDone), language: language(at: item)), to: &html)
      html.append(contentsOf: "\" /> ".utf8)
      guard let box = Node.customInline(onEnter: html) else { continue }
      text.setLiteral(Array(literal.dropFirst(3).drop { $0 == 0x20 || $0 == 0x09 }))
      text.insertBefore(box)
    }
  }
}
