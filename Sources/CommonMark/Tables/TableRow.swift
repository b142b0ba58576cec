/// The cells of a table's row, as GitHub Flavored Markdown splits a line.
struct TableRow {
  struct Cell {
    /// The cell's text, with `\|` as `|`.
    let text: [UInt8]
    /// The index in the source at which the text begins.
    let start: Int
  }

  let cells: [Cell]

  /// - Parameter line: What follows the containers' marks. Fails where the line has no cell.
  init?(_ line: ArraySlice<UInt8>) {
    var rest = Self.trim(line)
    if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
    var cells: [Cell] = []
    while true {
      rest = rest.drop(while: Self.isSpace)
      guard !rest.isEmpty else { break }
      let end = Self.cellEnd(rest)
      cells.append(Self.cell(rest[..<end]))
      guard end < rest.endIndex else { break }
      rest = rest[(end + 1)...]
    }
    guard !cells.isEmpty else { return nil }
    self.cells = cells
  }

  /// The index of the pipe that ends a cell, or the line's end.
  private static func cellEnd(_ rest: ArraySlice<UInt8>) -> Int {
    var index = rest.startIndex
    while index < rest.endIndex {
      switch rest[index] {
      case UInt8(ascii: "|"): return index
      // Whatever stands before the backslash: as in cmark-gfm, a second one does not take its force.
      case UInt8(ascii: "\\") where index + 1 < rest.endIndex && rest[index + 1] == UInt8(ascii: "|"):
        index += 2
      default: index += 1
      }
    }
    return min(index, rest.endIndex)
  }

  private static func cell(_ raw: ArraySlice<UInt8>) -> Cell {
    let raw = trim(raw)
    guard raw.contains(UInt8(ascii: "\\")) else { return Cell(text: Array(raw), start: raw.startIndex) }
    var text: [UInt8] = []
    for (index, byte) in zip(raw.indices, raw) {
      let isPipeNext = index + 1 < raw.endIndex && raw[index + 1] == UInt8(ascii: "|")
      if byte != UInt8(ascii: "\\") || !isPipeNext { text.append(byte) }
    }
    return Cell(text: text, start: raw.startIndex)
  }

  static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C
  }
}
