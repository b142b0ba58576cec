extension Composition {
  /// Sets a block's texts as their languages want it, attributes that are text included.
  func composeTypography(in leaf: Node) {
    guard let first = leaf.firstChild else { return }
    let blockStyle = languages.isEmpty ? 0 : typesetter.style(of: language(at: leaf))
    // The usual case: a text alone.
    if first.next == nil, first.kind == .text {
      typesetter.set(first.literal, style: blockStyle).map(first.setLiteral)
      return
    }
    guard needsTypography(leaf) else { return }
    var nodes: [Node] = []
    var images: [Node] = []
    var titles: [(node: Node, style: Int)] = []
    var spans: [(node: Node, style: Int)] = []
    var style = blockStyle
    var fixedDepth = 0
    var imageDepth = 0
    typesetter.begin()
    func add(fixed byte: UInt8, _ node: Node) {
      typesetter.add(fixed: byte)
      nodes.append(node)
    }
    leaf.walk { node, kind, entering in
      switch kind {
      case .image:
        // An image's alternative text is a text of its own.
        if entering, imageDepth == 0 {
          images.append(node)
          add(fixed: UInt8(ascii: "x"), node)
        }
        imageDepth += entering ? 1 : -1
      case _ where imageDepth > 0: break
      case .text:
        guard fixedDepth == 0 else { return add(fixed: UInt8(ascii: "x"), node) }
        typesetter.add(node.literal, style: style)
        nodes.append(node)
      case .code: add(fixed: UInt8(ascii: "x"), node)
      case .softBreak, .lineBreak: add(fixed: UInt8(ascii: " "), node)
      case .link:
        if !entering {
          if fixedDepth > 0 { fixedDepth -= 1 }
        } else {
          if Self.isAutomatic(node) { fixedDepth += 1 }
          if !node.title.isEmpty { titles.append((node, style)) }
        }
      case .customInline where !languages.isEmpty:
        if entering, let language = languages[node] {
          spans.append((node, style))
          style = typesetter.style(of: language)
        } else if !entering, let last = spans.last, last.node == node {
          style = last.style
          spans.removeLast()
        }
      default: break
      }
    }
    typesetter.set { nodes[$0].setLiteral($1) }
    for (node, style) in titles { typesetter.set(node.title, style: style).map(node.setTitle) }
    for image in images { composeTypography(ofImage: image) }
  }

  /// Whether any text of a block, or any title, has what typography changes.
  private func needsTypography(_ leaf: Node) -> Bool {
    let isFrench = typesetter.styles.contains { $0.isFrench } || !languages.isEmpty
    var isNeeded = false
    leaf.walk { node, kind, entering in
      guard !isNeeded, entering else { return }
      switch kind {
      case .text: isNeeded = Typesetter.Style.mayChange(node.literal, isFrench: isFrench)
      case .link, .image: isNeeded = Typesetter.Style.mayChange(node.title, isFrench: isFrench)
      default: break
      }
    }
    return isNeeded
  }

  private func composeTypography(ofImage image: Node) {
    let style = typesetter.style(of: language(at: image))
    typesetter.set(image.title, style: style).map(image.setTitle)
    var nodes: [Node] = []
    typesetter.begin()
    image.walk { node, kind, _ in
      switch kind {
      case .text: typesetter.add(node.literal, style: style)
      case .code: typesetter.add(fixed: UInt8(ascii: "x"))
      default: return
      }
      nodes.append(node)
    }
    typesetter.set { nodes[$0].setLiteral($1) }
  }
}
