import Diagnostics

/// The footnotes of one text while it is composed.
private struct Footnotes {
  struct Note {
    let label: [UInt8]
    /// What the note says: the list item's children.
    let item: Node
    let place: Place
    /// Its number, once it is referred to.
    var number: Int?
    var references = 0
  }

  var notes: [String: Note] = [:]
  /// The keys of the notes that are referred to, in the order of their numbers.
  var order: [String] = []
}

extension Composition {
  /// Numbers footnotes by their first reference, and links both ways, as cmark-gfm does.
  /// The notes become a section at the text's end.
  func composeFootnotes() {
    guard options.footnotes, source.features.contains(.footnote) else { return }
    var footnotes = takeNotes()
    for leaf in document.root.leaves { refer(in: leaf, &footnotes) }
    // Notes can refer to notes; those come after.
    var next = 0
    while next < footnotes.order.count {
      if let item = footnotes.notes[footnotes.order[next]]?.item {
        for leaf in item.leaves { refer(in: leaf, &footnotes) }
      }
      next += 1
    }
    appendSection(footnotes)
  }

  /// Takes the notes out of the tree.
  private func takeNotes() -> Footnotes {
    var footnotes = Footnotes()
    guard !plan.definitions.isEmpty else { return footnotes }
    var line = 0
    var itemsBefore = 0
    for item in document.root.blocks(where: { $0 == .item }) {
      itemsBefore = item.startLine == line ? itemsBefore + 1 : 0
      line = item.startLine
      // A list that begins on a note's line after its mark is what the note says.
      guard let definition = plan.definitions[line], definition.itemCount == itemsBefore else { continue }
      let list = item.parent
      let key = FootnoteDefinition.key(definition.label)
      let place = placeOfMark(onLine: item.startLine)
      item.unlink()
      if let list, list.firstChild == nil { list.remove() }
      if footnotes.notes[key] != nil {
        report(.repeatedFootnote(String(decoding: definition.label, as: UTF8.self)), at: place)
        discarded.append(item)
      } else {
        footnotes.notes[key] = Footnotes.Note(label: definition.label, item: item, place: place)
      }
    }
    return footnotes
  }

  /// The place of the bracket that begins a footnote.
  private func placeOfMark(onLine line: Int) -> Place {
    let text = source[line - plan.cellCount]
    let offset = text.firstIndex(of: UInt8(ascii: "[")).map { $0 - text.startIndex } ?? 0
    return source.place(line: line - plan.cellCount, byteColumn: offset + 1)
  }

  // MARK: - References

  private func refer(in leaf: Node, _ footnotes: inout Footnotes) {
    joinLabels(in: leaf) { footnotes.notes[$0] != nil }
    for text in freeTexts(in: leaf) {
      let literal = text.literal
      guard literal.contains(UInt8(ascii: "^")) else { continue }
      let bytes = Array(literal)
      var ranges: [Range<Int>] = []
      var keys: [String] = []
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "["), let (label, end) = FootnoteDefinition.label(bytes[index...])
        else {
          index += 1
          continue
        }
        let key = FootnoteDefinition.key(label)
        if footnotes.notes[key] != nil {
          ranges.append(index..<end)
          keys.append(key)
        } else {
          report(.unknownFootnote(String(decoding: label, as: UTF8.self)), at: place(of: text, offset: index))
        }
        index = end
      }
      guard !ranges.isEmpty else { continue }
      for (piece, key) in zip(cut(text, at: ranges), keys) {
        if let reference = makeReference(key, &footnotes) { piece.insertBefore(reference) }
        discard(piece)
      }
    }
  }

  private func makeReference(_ key: String, _ footnotes: inout Footnotes) -> Node? {
    guard var note = footnotes.notes[key] else { return nil }
    if note.number == nil {
      footnotes.order.append(key)
      note.number = footnotes.order.count
    }
    note.references += 1
    footnotes.notes[key] = note
    var html = Array("<sup class=\"footnote-ref\"><a href=\"#".utf8)
    appendID("fn-", note, to: &html)
    html.append(contentsOf: "\" id=\"".utf8)
    appendID("fnref-", note, to: &html)
    if note.references > 1 { html.append(contentsOf: "-\(note.references)".utf8) }
    html.append(contentsOf: "\" data-footnote-ref>\(note.number ?? 0)</a></sup>".utf8)
    return Node.customInline(onEnter: html)
  }

  private func appendID(_ prefix: String, _ note: Footnotes.Note, to html: inout [UInt8]) {
    appendHole(.idPrefix, to: &html)
    html.append(contentsOf: prefix.utf8)
    HTMLEscape.appendAddress(String(decoding: note.label, as: UTF8.self), to: &html)
  }

  // MARK: - Notes

  private func appendSection(_ footnotes: Footnotes) {
    for (_, note) in footnotes.notes where note.number == nil {
      let label = String(decoding: note.label, as: UTF8.self)
      report(.unusedFootnote(label), at: note.place)
      discarded.append(note.item)
    }
    guard !footnotes.order.isEmpty,
      let section = Node.customBlock(
        onEnter: Array("<section class=\"footnotes\" data-footnotes>\n<ol>".utf8),
        onExit: Array("</ol>\n</section>".utf8))
    else { return }
    for key in footnotes.order {
      guard let note = footnotes.notes[key] else { continue }
      var start = Array("<li id=\"".utf8)
      appendID("fn-", note, to: &start)
      start.append(contentsOf: "\">".utf8)
      guard let entry = Node.customBlock(onEnter: start, onExit: Array("</li>".utf8)) else { continue }
      entry.adoptChildren(of: note.item)
      appendBackLinks(to: note, in: entry)
      section.append(entry)
      discarded.append(note.item)
    }
    document.root.append(section)
  }

  private func appendBackLinks(to note: Footnotes.Note, in entry: Node) {
    var html: [UInt8] = []
    let isInParagraph = entry.lastChild?.kind == .paragraph
    for index in 1...max(1, note.references) {
      if isInParagraph || index > 1 { html.append(UInt8(ascii: " ")) }
      let suffix = index > 1 ? "-\(index)" : ""
      let reference = "\(note.number ?? 0)\(suffix)"
      html.append(contentsOf: "<a href=\"#".utf8)
      appendID("fnref-", note, to: &html)
      html.append(
        contentsOf:
          "\(suffix)\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"".utf8)
      html.append(contentsOf: "\(reference)\" aria-label=\"".utf8)
      appendLabel(Label(.footnoteBackLink(reference: reference), language: language), to: &html)
      html.append(contentsOf: "\">↩".utf8)
      if index > 1 { html.append(contentsOf: "<sup class=\"footnote-ref\">\(index)</sup>".utf8) }
      html.append(contentsOf: "</a>".utf8)
    }
    if let paragraph = entry.lastChild, isInParagraph {
      if let inline = Node.customInline(onEnter: html) { paragraph.append(inline) }
    } else if let block = Node.customBlock(onEnter: html) {
      entry.append(block)
    }
  }
}
