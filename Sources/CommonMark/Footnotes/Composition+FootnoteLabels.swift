extension Composition {
  /// Makes one text of each reference to a footnote whose label libcmark took for markup: ``[^*a*]``, ``[^<b>]``.
  ///
  /// - Parameter isKnown: Whether there is a footnote with a key.
  func joinLabels(in leaf: Node, where isKnown: (String) -> Bool) {
    var texts = freeTexts(in: leaf)
    guard texts.count > 1 else { return }
    texts.reverse()
    while let text = texts.popLast() {
      guard let start = openLabelStart(in: text), let label = label(of: text, from: start, where: isKnown),
        let end = labelEnd(after: text)
      else { continue }
      for node in end.between {
        // Texts within are gone with it; none of them is free any more.
        while let last = texts.last, last.isDescendant(of: node) { texts.removeLast() }
        node.unlink()
        discarded.append(node)
      }
      if texts.last == end.text { texts.removeLast() }
      let joined = Node.text(Array("[^".utf8) + label + Array("]".utf8))
      for piece in cut(text, at: [start..<text.literal.count]) {
        if let joined {
          origins[joined] = origins[piece]
          piece.insertBefore(joined)
        }
        discard(piece)
      }
      let rest = end.text.literal.count > end.index + 1
      for piece in cut(end.text, at: [0..<(end.index + 1)]) {
        if rest, let next = piece.next { texts.append(next) }
        discard(piece)
      }
    }
  }

  /// The index of the bracket of a `[^` in a text that ends before the label does.
  private func openLabelStart(in text: Node) -> Int? {
    guard text.next != nil else { return nil }
    let literal = text.literal
    guard let start = literal.lastIndex(of: UInt8(ascii: "[")), start + 1 < literal.count,
      literal[start + 1] == UInt8(ascii: "^"),
      literal[start...].allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "]") })
    else { return nil }
    return start
  }

  /// The first text beside another that has a closing bracket, its index, and the nodes between the two.
  private func labelEnd(after text: Node) -> (text: Node, index: Int, between: [Node])? {
    var between: [Node] = []
    var next = text.next
    // The bound keeps time linear.
    while let node = next, between.count < 32 {
      if node.kind == .text, let index = node.literal.index(of: UInt8(ascii: "]")) {
        return (node, index, between)
      }
      var isWithin = true
      node.walk { part, kind, _ in
        if kind == .softBreak || kind == .lineBreak || part.literal.index(of: UInt8(ascii: "]")) != nil {
          isWithin = false
        }
      }
      guard isWithin else { return nil }
      between.append(node)
      next = node.next
    }
    return nil
  }

  /// The label as the source has it, of a reference that begins in a text.
  private func label(of text: Node, from start: Int, where isKnown: (String) -> Bool) -> [UInt8]? {
    let origin = origin(of: text, offset: start)
    guard origin.line >= 1, origin.line <= source.lineCount else { return nil }
    let beginning = Array(text.literal[start...])
    // libcmark's columns do not count what white space or entities a line lost before.
    var rest = source[origin.line].dropFirst(origin.byteColumn - 1).prefix(500)
    while let bracket = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[bracket...]
      if rest.starts(with: beginning), let (label, _) = FootnoteDefinition.label(rest),
        label.count > beginning.count - 2, isKnown(FootnoteDefinition.key(label))
      {
        return label
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension Node {
  fileprivate func isDescendant(of ancestor: Node) -> Bool {
    var current: Node? = self
    while let node = current {
      if node == ancestor { return true }
      current = node.parent
    }
    return false
  }
}
