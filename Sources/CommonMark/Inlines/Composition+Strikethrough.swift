extension Composition {
  /// Strikes what stands between one or two tildes, as GitHub Flavored Markdown and cmark-gfm do.
  func composeStrikethrough(in leaf: Node) {
    for parent in textParents(in: leaf) { strike(in: parent) }
  }

  private struct TildeRun {
    let node: Node
    let length: Int
    let canOpen: Bool
    let canClose: Bool
  }

  private func strike(in parent: Node) {
    var openers: [TildeRun] = []
    for run in cutTildes(in: parent) {
      var isUsed = false
      if run.canClose {
        // One and two tildes that could go both ways do not meet, so that `a~~b~c` stays as it is; the
        // search is bounded to keep time linear.
        let found = openers.indices.reversed().prefix(100).first { index in
          let isOdd = openers[index].length != run.length && (run.canOpen || openers[index].canClose)
          return !isOdd
        }
        if let found, openers[found].length == run.length {
          let html = ("<del>", "</del>")
          if let wrapper = Node.customInline(onEnter: Array(html.0.utf8), onExit: Array(html.1.utf8)) {
            wrap(from: openers[found].node, to: run.node, in: wrapper)
          }
          openers.removeSubrange(found...)
          isUsed = true
        }
      }
      if run.canOpen, !isUsed { openers.append(run) }
    }
  }

  /// Cuts the runs of one or two tildes out of a node's texts.
  private func cutTildes(in parent: Node) -> [TildeRun] {
    var runs: [TildeRun] = []
    var next = parent.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .text else { continue }
      let literal = node.literal
      guard literal.contains(UInt8(ascii: "~")) else { continue }
      var ranges: [Range<Int>] = []
      var sides: [(canOpen: Bool, canClose: Bool)] = []
      var index = 0
      while index < literal.count {
        guard literal[index] == UInt8(ascii: "~") else {
          index += 1
          continue
        }
        var end = index
        while end < literal.count, literal[end] == UInt8(ascii: "~") { end += 1 }
        if end - index <= 2 {
          let before = Flanking.before(index, in: node, literal)
          let after = Flanking.after(end, in: node, literal)
          let canOpen =
            !Flanking.isSpace(after)
            && (!Flanking.isPunctuation(after) || Flanking.isSpace(before) || Flanking.isPunctuation(before))
          let canClose =
            !Flanking.isSpace(before)
            && (!Flanking.isPunctuation(before) || Flanking.isSpace(after) || Flanking.isPunctuation(after))
          if canOpen || canClose {
            ranges.append(index..<end)
            sides.append((canOpen, canClose))
          }
        }
        index = end
      }
      guard !ranges.isEmpty else { continue }
      for ((piece, range), side) in zip(zip(cut(node, at: ranges), ranges), sides) {
        runs.append(
          TildeRun(node: piece, length: range.count, canOpen: side.canOpen, canClose: side.canClose))
      }
    }
    return runs
  }
}
