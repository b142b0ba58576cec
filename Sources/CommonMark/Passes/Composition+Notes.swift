extension Composition {
  /// Turns block quotes that begin with `[!NOTE]` or its like into notes with a label.
  func composeNotes() {
    guard options.notes, source.features.contains(.note) else { return }
    for quote in document.root.blocks(where: { $0 == .blockQuote }) {
      guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
        text.kind == .text, let name = Self.noteName(text.literal),
        text.next?.kind == .softBreak || text.next == nil
      else { continue }
      guard let kind = NoteKind(rawValue: name.lowercased()) else {
        report(.unknownNote(name), at: place(of: text))
        continue
      }
      var start = Array(
        "<aside class=\"note note-\(kind.rawValue)\" role=\"note\">\n<p class=\"note-title\">".utf8)
      appendLabel(Label(.note(kind), language: language(at: quote)), to: &start)
      start.append(contentsOf: "</p>".utf8)
      guard let note = Node.customBlock(onEnter: start, onExit: Array("</aside>".utf8)) else { continue }
      text.next?.remove()
      text.remove()
      if paragraph.firstChild == nil { paragraph.remove() }
      note.adoptChildren(of: quote)
      quote.replace(with: note)
    }
  }

  /// The name in a text that is `[!NAME]` and nothing else.
  private static func noteName(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count > 3, text.count < 40, text.starts(with: "[!".utf8), text.last == UInt8(ascii: "]") else {
      return nil
    }
    let name = text[2..<(text.count - 1)]
    guard name.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}
