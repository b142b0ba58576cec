extension Composition {
  /// Links addresses that stand in the text without brackets.
  func composeAutolinks(in leaf: Node) {
    var openBrackets = 0
    for text in freeTexts(in: leaf) {
      let literal = text.literal
      guard Autolink.mayOccur(in: literal) || literal.contains(where: Self.isBracket) else { continue }
      let before = Flanking.before(0, in: text, literal)
      let found = Autolink.find(in: literal, after: before, openBrackets: &openBrackets)
      guard !found.isEmpty else { continue }
      for (piece, link) in zip(cut(text, at: found.map(\.range)), found) {
        guard let node = Node.link(to: link.address, text: piece.literal) else { continue }
        origins[node] = origins[piece]
        piece.insertBefore(node)
        discard(piece)
      }
    }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
