/// A table found in the source.
struct Table {
  /// The number of the header row's line, from 1; the delimiter row follows it, then the body.
  let firstLine: Int
  let alignments: [TableAlignment]
  /// The header row first. A row may have fewer or more cells than the table has columns.
  let rows: [TableRow]
  /// For each of the table's lines, how many of its bytes the containers' marks take.
  let prefixes: [Int]

  var lastLine: Int { firstLine + prefixes.count - 1 }

  /// Reads the table whose delimiter row is given, or fails where there is none.
  ///
  /// - Parameters:
  ///   - first: The first line that can be its header.
  ///   - last: The last line of the paragraph that the table was seen in.
  ///   - ends: Lines that end a table for reasons of their own.
  init?(
    delimiterLine: Int, first: Int, last: Int, path: ContainerPath, lines: Source, ends: Set<Int>
  ) {
    let headerLine = delimiterLine - 1
    guard headerLine >= first,
      let delimiter = path.content(ofLine: delimiterLine, in: lines), delimiter.indent < 4,
      let alignments = TableAlignment.row(delimiter.rest),
      let headerContent = path.content(ofLine: headerLine, in: lines),
      let header = TableRow(headerContent.rest), header.cells.count == alignments.count
    else { return nil }
    var rows = [header]
    var cursors = [headerContent, delimiter]
    var line = delimiterLine + 1
    while line <= last, !ends.contains(line), let content = path.content(ofLine: line, in: lines),
      content.indent < 4,
      !BlockStart.isBlock(content.content), let row = TableRow(content.rest)
    {
      rows.append(row)
      cursors.append(content)
      line += 1
    }
    firstLine = headerLine
    self.alignments = alignments
    self.rows = rows
    prefixes = zip(cursors, headerLine...).map { $0.usedEnd - lines[$1].startIndex }
  }
}
