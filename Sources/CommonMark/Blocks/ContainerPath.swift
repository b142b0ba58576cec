/// The block quotes and list items around a block, which each line of the block begins with.
struct ContainerPath {
  private enum Container {
    case quote
    /// - indent: The columns that lines after the first are indented by, at least.
    case item(firstLine: Int, indent: Int)
  }

  private let containers: [Container]
  /// The footnotes by the lines on which they begin: libcmark sees them as list items.
  private let notes: [Int: FootnoteDefinition]

  /// Reads the path of a node from the tree and from the lines on which its list items begin.
  init(of node: Node, in lines: Source, notes: [Int: FootnoteDefinition]) {
    var ancestors: [Node] = []
    var current = node.parent
    while let ancestor = current {
      ancestors.append(ancestor)
      current = ancestor.parent
    }
    var containers: [Container] = []
    for ancestor in ancestors.reversed() {
      switch ancestor.kind {
      case .blockQuote: containers.append(.quote)
      case .item:
        let line = ancestor.startLine
        let text = notes[line]?.replacement[...] ?? lines[line]
        var cursor = LineCursor(text)
        _ = Self.enter(containers, line: line, &cursor)
        let before = cursor.column
        cursor.skip(columns: cursor.indent)
        Self.takeMarker(&cursor)
        // A marker alone on its line counts as if a space followed it.
        let isBare = cursor.rest.isEmpty && text.last != 0x20 && text.last != 0x09
        containers.append(.item(firstLine: line, indent: cursor.column - before + (isBare ? 1 : 0)))
      default: break
      }
    }
    self.containers = containers
    self.notes = notes
  }

  /// A cursor on a line after all the containers' marks, or `nil` where the line does not have them all: where
  /// it belongs to no such block, or only lazily to its paragraph.
  func content(ofLine line: Int, in lines: Source) -> LineCursor? {
    var cursor = LineCursor(lines[line])
    return Self.enter(containers, line: line, note: notes[line], &cursor) ? cursor : nil
  }

  /// - Parameter note: The footnote that begins on the line, where it is read as it is written.
  private static func enter(
    _ containers: [Container], line: Int, note: FootnoteDefinition? = nil, _ cursor: inout LineCursor
  ) -> Bool {
    var note = note
    var itemsBeforeNote = note?.itemCount ?? 0
    for container in containers {
      switch container {
      case .quote:
        guard cursor.indent < 4, cursor.content.first == UInt8(ascii: ">") else { return false }
        cursor.skip(columns: cursor.indent)
        cursor.take(1)
        cursor.skip(columns: min(1, cursor.indent))
      case .item(firstLine: line, _):
        cursor.skip(columns: cursor.indent)
        if itemsBeforeNote > 0 {
          itemsBeforeNote -= 1
          takeMarker(&cursor)
        } else if let length = note?.markLength {
          // What other items begin on the line are the footnote's.
          note = nil
          cursor.take(length)
        } else {
          takeMarker(&cursor)
        }
      case .item(_, let indent):
        guard cursor.indent >= indent else { return false }
        cursor.skip(columns: indent)
      }
    }
    return true
  }

  /// Passes a list item's marker and the white space that belongs to it.
  private static func takeMarker(_ cursor: inout LineCursor) {
    let digits = cursor.rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    cursor.take(digits + 1)
    let space = cursor.indent
    cursor.skip(columns: space >= 5 || cursor.isBlank ? min(1, space) : space)
  }
}
