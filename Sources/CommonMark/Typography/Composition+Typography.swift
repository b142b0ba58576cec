extension Composition {
  /// Sets a block's texts as their languages want it, attributes that are text included.
  func composeTypography(in leaf: Node) {
    guard let first = leaf.firstChild else { return }
    let blockStyle = languages.isEmpty ? 0 : style(of: language(at: leaf))
    // The usual case: a text alone.
    if first.next == nil, first.kind == .text {
      Typesetter.set(first.literal, style: styles[blockStyle]).map(first.setLiteral)
      return
    }
    guard needsTypography(leaf) else { return }
    var runs: [Typesetter.Run] = []
    var nodes: [Node?] = []
    var images: [Node] = []
    var spans: [(node: Node, style: Int)] = []
    var style = blockStyle
    var fixedDepth = 0
    var imageDepth = 0
    func add(fixed byte: UInt8) {
      runs.append(Typesetter.Run(bytes: [byte], isFixed: true))
      nodes.append(nil)
    }
    leaf.walk { node, kind, entering in
      switch kind {
      case .image:
        // An image's alternative text is a text of its own.
        if entering, imageDepth == 0 {
          images.append(node)
          add(fixed: UInt8(ascii: "x"))
        }
        imageDepth += entering ? 1 : -1
      case _ where imageDepth > 0: break
      case .text:
        runs.append(Typesetter.Run(bytes: Array(node.literal), style: style, isFixed: fixedDepth > 0))
        nodes.append(node)
      case .code: add(fixed: UInt8(ascii: "x"))
      case .softBreak, .lineBreak: add(fixed: UInt8(ascii: " "))
      case .link:
        if !entering {
          if fixedDepth > 0 { fixedDepth -= 1 }
        } else {
          if Self.isAutomatic(node) { fixedDepth += 1 }
          setTitle(of: node, style: style)
        }
      case .customInline where !languages.isEmpty:
        if entering, let language = languages[node] {
          spans.append((node, style))
          style = self.style(of: language)
        } else if !entering, let last = spans.last, last.node == node {
          style = last.style
          spans.removeLast()
        }
      default: break
      }
    }
    Typesetter.set(&runs, styles: styles)
    for (run, node) in zip(runs, nodes) where run.isChanged { node?.setLiteral(run.bytes) }
    for image in images { composeTypography(ofImage: image) }
  }

  /// Whether any text of a block, or any title, has what typography changes.
  private func needsTypography(_ leaf: Node) -> Bool {
    let isFrench = styles.contains { $0.isFrench } || !languages.isEmpty
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
    let style = style(of: language(at: image))
    setTitle(of: image, style: style)
    var runs: [Typesetter.Run] = []
    var nodes: [Node] = []
    image.walk { node, kind, _ in
      guard kind == .text || kind == .code else { return }
      runs.append(Typesetter.Run(bytes: Array(node.literal), style: style, isFixed: kind == .code))
      nodes.append(node)
    }
    Typesetter.set(&runs, styles: styles)
    for (run, node) in zip(runs, nodes) where run.isChanged { node.setLiteral(run.bytes) }
  }

  private func setTitle(of node: Node, style: Int) {
    Typesetter.set(node.title, style: styles[style]).map(node.setTitle)
  }

  /// The number of a language's style, which is made once.
  private func style(of language: String) -> Int {
    if let known = styles.firstIndex(where: { $0.language == language }) { return known }
    styles.append(Typesetter.Style(language: language))
    return styles.count - 1
  }
}
