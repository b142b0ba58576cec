extension Composition {
  /// Turns an image that is alone in a paragraph and has a title into a figure; the title is its caption.
  func composeFigures() {
    guard options.figures, source.features.isSuperset(of: [.bracket, .exclamation]) else { return }
    for paragraph in document.root.blocks(where: { $0 == .paragraph }) {
      guard let only = paragraph.firstChild, only.next == nil,
        let image = only.kind == .link ? only.firstChild : only, image.kind == .image, image.next == nil,
        !image.title.isEmpty
      else { continue }
      var end = Array("<figcaption>".utf8)
      HTMLEscape.append(image.title, to: &end)
      end.append(contentsOf: "</figcaption>\n</figure>".utf8)
      guard let figure = Node.customBlock(onEnter: Array("<figure>".utf8), onExit: end) else { continue }
      image.setTitle([])
      figure.append(only)
      paragraph.replace(with: figure)
    }
  }
}
