/// What the passes over text have in common.
extension Composition {
  /// The texts below a block that are the reader's: not in links, whose text is theirs, nor in images.
  func freeTexts(in leaf: Node) -> [Node] {
    // The usual case: a text alone.
    if let only = leaf.firstChild, only.next == nil { if only.kind == .text { return [only] } }
    var texts: [Node] = []
    var depth = 0
    leaf.walk { node, kind, entering in
      switch kind {
      case .link, .image: depth += entering ? 1 : -1
      case .text where depth == 0: texts.append(node)
      default: break
      }
    }
    return texts
  }

  /// The nodes below a block (itself included) that have texts as children.
  func textParents(in leaf: Node) -> [Node] {
    var parents: [Node] = []
    leaf.walk { node, kind, _ in
      guard kind == .text, let parent = node.parent, parents.last != parent else { return }
      parents.append(parent)
    }
    var seen: Set<Node> = []
    return parents.filter { seen.insert($0).inserted }
  }

  /// Cuts a text at ranges of its bytes, in order.
  ///
  /// - Returns: For each range a text node of its own.
  func cut(_ text: Node, at ranges: [Range<Int>]) -> [Node] {
    let bytes = Array(text.literal)
    var pieces: [Node] = []
    var end = 0
    var last = text
    let origin = origins[text] ?? (text.startLine, text.startColumn)
    func add(_ range: Range<Int>) -> Node? {
      guard let node = Node.text(bytes[range]) else { return nil }
      last.insertAfter(node)
      last = node
      origins[node] = (origin.line, origin.column + range.lowerBound)
      return node
    }
    for range in ranges {
      if range.lowerBound > end { _ = add(end..<range.lowerBound) }
      if let piece = add(range) { pieces.append(piece) }
      end = range.upperBound
    }
    if end < bytes.count { _ = add(end..<bytes.count) }
    text.remove()
    origins[text] = nil
    return pieces
  }

  /// Puts a node around the siblings between two others, which are removed.
  func wrap(from first: Node, to last: Node, in wrapper: Node) {
    first.insertBefore(wrapper)
    while let sibling = first.next, sibling != last { wrapper.append(sibling) }
    discard(first)
    discard(last)
  }

  func discard(_ node: Node) {
    origins[node] = nil
    node.remove()
  }
}
