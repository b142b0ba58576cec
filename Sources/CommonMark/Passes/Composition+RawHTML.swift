extension Composition {
  /// Takes raw HTML out of the tree, with a warning for each block and tag. Comments, which no reader would
  /// see, go without one.
  ///
  /// - Parameter reported: The names of the elements of which something was said.
  func drop(html node: Node, _ reported: inout Set<[UInt8]>) {
    let html = node.literal
    if !Self.isComment(html) {
      let name = Self.elementName(html)
      // The end of an element whose beginning was reported says nothing new.
      let isEnd = html.count > 1 && html[1] == UInt8(ascii: "/")
      if !isEnd || !reported.contains(name) {
        let line = html.prefix { $0 != 0x0A }
        report(.rawHTML(String(decoding: line, as: UTF8.self)), at: place(of: node))
      }
      reported.insert(name)
    }
    node.remove()
  }

  private static func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = html.drop { $0 == UInt8(ascii: " ") }
    guard text.starts(with: "<!--".utf8) else { return false }
    // A comment that nothing ends would swallow the rest of the text in silence.
    let end = text.lastIndex { $0 > UInt8(ascii: " ") } ?? text.startIndex
    return text.dropLast(text.endIndex - end - 1).suffix(3).elementsEqual("-->".utf8)
  }

  private static func elementName(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    html.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
      .prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      .map { $0 | 0x20 }
  }
}
