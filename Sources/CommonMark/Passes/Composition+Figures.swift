extension Composition {
  /// Turns an image that is alone in a paragraph and has a title into a figure; the title is its caption.
  ///
  /// - Returns: The figure.
  func composeFigure(_ paragraph: Node) -> Node? {
    guard let only = paragraph.firstChild, only.next == nil,
      let image = only.kind == .link ? only.firstChild : only, image.kind == .image, image.next == nil,
      !image.title.isEmpty
    else { return nil }
    var end = Array("<figcaption>".utf8)
    HTMLEscape.append(image.title, to: &end)
    end.append(contentsOf: "</figcaption>\n</figure>".utf8)
    guard let figure = Node.customBlock(onEnter: Array("<figure>".utf8), onExit: end) else { return nil }
    image.setTitle([])
    figure.append(only)
    paragraph.replace(with: figure)
    return figure
  }
}
