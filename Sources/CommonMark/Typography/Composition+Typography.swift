extension Composition {
  /// Sets a block's texts as their languages want it, attributes that are text included.
  func composeTypography(in leaf: Node) {
    guard let first = leaf.firstChild else { return }
    // The usual case: a text alone.
    if first.next == nil, first.kind == .text {
      Typesetter.set(first.literal, language: language(at: leaf)).map(first.setLiteral)
      return
    }
    var runs: [Typesetter.Run] = []
    var nodes: [Node?] = []
    var images: [Node] = []
    var mayChange = false
    let blockLanguage = language(at: leaf)
    var spans: [(node: Node, language: String)] = []
    var fixedDepth = 0
    var imageDepth = 0
    document.walk(from: leaf) { node, kind, entering in
      let language = spans.last?.language ?? blockLanguage
      switch kind {
      case .image:
        // An image's alternative text is a text of its own.
        if entering, imageDepth == 0 {
          images.append(node)
          add(fixed: "x")
        }
        imageDepth += entering ? 1 : -1
      case _ where imageDepth > 0: break
      case .text:
        let literal = node.literal
        let isFixed = fixedDepth > 0
        if !isFixed, !mayChange {
          mayChange = Typesetter.Style.mayChange(literal, isFrench: Typesetter.Style.isFrench(language))
        }
        runs.append(Typesetter.Run(bytes: Array(literal), language: language, isFixed: isFixed))
        nodes.append(node)
      case .code: add(fixed: "x")
      case .softBreak, .lineBreak: add(fixed: " ")
      case .link:
        if !entering {
          if fixedDepth > 0 { fixedDepth -= 1 }
        } else if Self.isAutomatic(node) {
          fixedDepth += 1
        }
        if entering, !node.title.isEmpty { setTitle(of: node, language: language) }
      case .customInline where !languages.isEmpty:
        if entering, let own = languages[node] {
          spans.append((node, own))
        } else if !entering, spans.last?.node == node {
          spans.removeLast()
        }
      default: break
      }
    }
    func add(fixed text: String) {
      runs.append(Typesetter.Run(bytes: Array(text.utf8), language: blockLanguage, isFixed: true))
      nodes.append(nil)
    }
    if mayChange {
      Typesetter.set(&runs)
      for (run, node) in zip(runs, nodes) where run.isChanged { node?.setLiteral(run.bytes) }
    }
    for image in images { composeTypography(ofImage: image) }
  }

  private func composeTypography(ofImage image: Node) {
    let language = language(at: image)
    if !image.title.isEmpty { setTitle(of: image, language: language) }
    var runs: [Typesetter.Run] = []
    var nodes: [Node] = []
    document.walk(from: image) { node, kind, _ in
      switch kind {
      case .text, .code:
        runs.append(Typesetter.Run(bytes: Array(node.literal), language: language, isFixed: kind == .code))
        nodes.append(node)
      default: break
      }
    }
    Typesetter.set(&runs)
    for (run, node) in zip(runs, nodes) where run.isChanged { node.setLiteral(run.bytes) }
  }

  private func setTitle(of node: Node, language: String) {
    Typesetter.set(node.title, language: language).map(node.setTitle)
  }
}
