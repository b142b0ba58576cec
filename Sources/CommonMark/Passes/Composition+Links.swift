import Diagnostics

extension Composition {
  /// Takes raw HTML out, makes figures, and turns links and images into holes.
  func composeReferences() {
    // Links need brackets; without them, these.
    var wanted: SourceFeatures = [.bracket, .angle]
    if options.autolinks { wanted.formUnion([.address, .at]) }
    guard !source.features.isDisjoint(with: wanted) else { return }
    var reported: Set<[UInt8]> = []
    for leaf in leaves {
      if leaf.kind == .htmlBlock {
        if !options.html { drop(html: leaf.node, &reported) }
        continue
      }
      guard !leaf.features.isDisjoint(with: wanted) else { continue }
      var node = leaf.node
      if leaf.features.contains(.angle), !options.html {
        for html in node.inlines(where: { $0 == .htmlInline }) { drop(html: html, &reported) }
      }
      if options.figures, leaf.kind == .paragraph, leaf.features.contains(.image) {
        node = composeFigure(node) ?? node
      }
      composeLinks(in: node)
    }
  }

  /// Turns links and images into holes; those with dangerous addresses become their text.
  private func composeLinks(in leaf: Node) {
    var links: [Node] = []
    var images: [Node] = []
    var inner: [Node] = []
    var imageDepth = 0
    var linkDepth = 0
    leaf.walk { node, kind, entering in
      switch kind {
      case .image:
        // What stands in an image is its alternative text, and no link or image of its own.
        if entering {
          if imageDepth == 0 { images.append(node) }
          imageDepth += 1
        } else {
          imageDepth -= 1
        }
      case .link:
        if entering, imageDepth == 0 {
          if linkDepth == 0 { links.append(node) } else { inner.append(node) }
        }
        linkDepth += entering ? 1 : -1
      default: break
      }
    }
    // libcmark lets an address in angle brackets be a link within a link, which HTML does not.
    if options.links { for node in inner { node.unwrap() } }
    for node in links { compose(link: node) }
    for node in images { compose(image: node) }
  }

  private func compose(link node: Node) {
    if !options.html, let scheme = AddressScheme.dangerous(node.url) {
      let address = String(decoding: node.url, as: UTF8.self)
      report(.dangerousAddress(address, scheme: scheme, isImage: false), at: place(of: node))
      node.unwrap()
      return
    }
    guard options.links else { return }
    let place = placeOfAddress(of: node)
    let url = node.url
    let link = Link(
      destination: String(decoding: url, as: UTF8.self), isAutomatic: Self.isAutomatic(node),
      title: String(decoding: node.title, as: UTF8.self),
      text: Self.leadsToMarkdown(url) ? PlainText.of(node) : "", language: language(at: node), place: place)
    var start: [UInt8] = []
    appendHole(.link, links.count, to: &start)
    links.append(link)
    var end: [UInt8] = []
    appendHole(.linkEnd, to: &end)
    guard let custom = Node.customInline(onEnter: start, onExit: end) else { return }
    custom.adoptChildren(of: node)
    node.replace(with: custom)
  }

  /// Whether an address is that of a Markdown file.
  private static func leadsToMarkdown(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return path.suffix(3).elementsEqual(".md".utf8)
  }

  private func compose(image node: Node) {
    let alternative = PlainText.of(node)
    if !options.html, let scheme = AddressScheme.dangerous(node.url) {
      let address = String(decoding: node.url, as: UTF8.self)
      report(.dangerousAddress(address, scheme: scheme, isImage: true), at: place(of: node))
      if let text = Node.text(alternative.utf8) { node.replace(with: text) }
      return
    }
    let source = String(decoding: node.url, as: UTF8.self)
    if alternative.isEmpty { report(.missingAlternative(source: source), at: place(of: node)) }
    guard options.links else { return }
    let image = Image(
      source: source, alternative: alternative, index: images.count,
      place: placeOfAddress(of: node))
    var html = Array("<img".utf8)
    appendHole(.image, images.count, to: &html)
    images.append(image)
    html.append(contentsOf: " alt=\"".utf8)
    HTMLEscape.append(alternative, to: &html)
    html.append(UInt8(ascii: "\""))
    appendTitle(of: node, to: &html)
    html.append(contentsOf: " />".utf8)
    if let custom = Node.customInline(onEnter: html) { node.replace(with: custom) }
  }

  private func appendTitle(of node: Node, to html: inout [UInt8]) {
    let title = node.title
    guard !title.isEmpty else { return }
    html.append(contentsOf: " title=\"".utf8)
    HTMLEscape.append(title, to: &html)
    html.append(UInt8(ascii: "\""))
  }

  /// Whether a link's text is its address, as in `<https://icn.example>`, `<office@icn.example>` and
  /// `www.icn.example`.
  static func isAutomatic(_ node: Node) -> Bool {
    guard let text = node.firstChild, text.kind == .text, text.next == nil else { return false }
    let url = node.url
    let literal = text.literal
    let missing = url.count - literal.count
    guard missing == 0 || missing == 7, url.dropFirst(missing).elementsEqual(literal) else { return false }
    return missing == 0 || url.starts(with: "mailto:".utf8)
      || url.starts(with: "http://".utf8) && literal.starts(with: "www.".utf8)
  }
}
