/// The blocks that CommonMark does not know (tables, footnotes, passages in another language), found in a text's
/// lines, and the text that libcmark gets instead.
///
/// In that text each line keeps its containers' marks. A table is a comment that covers its lines, a footnote a
/// list item, a line of colons a comment. Before the text's first line stand the tables' cells as headings, one
/// to a line, so that libcmark parses them with the text's own link references.
struct BlockPlan {
  /// What libcmark gets.
  let bytes: [UInt8]
  /// Tables by the line on which libcmark sees their comment, with the number of their first cell that has
  /// text.
  private(set) var tables: [Int: (table: Table, firstCell: Int)] = [:]
  /// Footnotes by the line on which libcmark sees their list item.
  private(set) var definitions: [Int: FootnoteDefinition] = [:]
  /// Lines of colons by the line on which libcmark sees their comment.
  private(set) var fences: [Int: LanguageFence] = [:]
  /// The places in the source of the cells that stand before the text: line, and byte in it, from 0.
  private let cells: [(line: Int, offset: Int)]

  /// A text that has no such blocks.
  init(plain source: Source) {
    bytes = source.bytes
    cells = []
  }

  init(source: Source, scan: BlockScan) {
    var bytes: [UInt8] = []
    var cells: [(line: Int, offset: Int)] = []
    let size = source.bytes.count
    bytes.reserveCapacity(size + size / 2)
    var firstCells: [Int] = []
    for table in scan.tables {
      firstCells.append(cells.count)
      for (index, row) in table.rows.enumerated() {
        let line = index == 0 ? table.firstLine : table.firstLine + index + 1
        for cell in row.cells.prefix(table.alignments.count) where !cell.text.isEmpty {
          bytes.append(contentsOf: "# ".utf8)
          bytes.append(contentsOf: cell.text)
          // A closing mark, so that one at the cell's end is text.
          bytes.append(contentsOf: " #\n".utf8)
          cells.append((line, cell.start - source[line].startIndex))
        }
      }
    }
    let shift = cells.count
    for (table, cell) in zip(scan.tables, firstCells) { tables[table.firstLine + shift] = (table, cell) }
    for (line, definition) in scan.definitions { definitions[line + shift] = definition }
    for (line, fence) in scan.fences { fences[line + shift] = fence }
    scan.appendLines(to: &bytes)
    self.bytes = bytes
    self.cells = cells
  }

  /// How many headings that hold cells stand before the text.
  var cellCount: Int { cells.count }

  /// The line and byte in the source, from 1, of a line and byte in what libcmark got.
  func origin(line: Int, byteColumn: Int) -> (line: Int, byteColumn: Int) {
    if line >= 1, line <= cells.count {
      let cell = cells[line - 1]
      return (cell.line, max(1, cell.offset + byteColumn - 2))
    }
    let shift = definitions[line]?.shift ?? 0
    return (line - cells.count, max(1, byteColumn + shift))
  }
}
