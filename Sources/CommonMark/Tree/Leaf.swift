/// A block that holds inlines, or a block of raw HTML, with what its lines say about it.
struct Leaf {
  /// A paragraph, a heading, a table's cell or a block of HTML, or what a pass put in its place.
  var node: Node
  let kind: Node.Kind
  let features: SourceFeatures

  /// Whether it holds text that passes work on.
  var holdsText: Bool { kind != .htmlBlock }
}

extension Composition {
  /// Gathers the leaves in the order of the text. A pass that puts something in the place of one afterwards
  /// must say so.
  func gatherLeaves() {
    let shift = plan.cellCount
    for node in document.root.blocks(where: {
      $0 == .paragraph || $0 == .heading || $0 == .customInline || $0 == .htmlBlock
    }) {
      let kind = node.kind
      // What stands in a footnote or a cell knows no lines, or others.
      let features =
        kind == .customInline
        ? source.features : source.features(ofLines: node.startLine - shift, to: node.endLine - shift)
      leaves.append(Leaf(node: node, kind: kind, features: features))
    }
  }
}
