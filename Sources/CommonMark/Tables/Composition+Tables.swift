extension Composition {
  /// Puts the tables that were found before parsing in the place of their comments.
  func placeTables() {
    guard !plan.tables.isEmpty else { return }
    var cells: [Node] = []
    cells.reserveCapacity(plan.cellCount)
    var next = document.root.firstChild
    while cells.count < plan.cellCount, let cell = next {
      cells.append(cell)
      next = cell.next
    }
    for comment in document.root.blocks(where: { $0 == .htmlBlock }) {
      guard let (table, firstCell) = plan.tables[comment.startLine] else { continue }
      if let block = makeTable(table, cells: cells.dropFirst(firstCell)) { comment.replace(with: block) }
    }
    for cell in cells { cell.remove() }
  }

  private func makeTable(_ table: Table, cells: ArraySlice<Node>) -> Node? {
    var cells = cells
    let hasBody = table.rows.count > 1
    let end = "</tr>\n" + (hasBody ? "</tbody>\n" : "</thead>\n") + "</table>"
    guard let block = Node.customBlock(onEnter: Array("<table>\n<thead>\n<tr>".utf8), onExit: Array(end.utf8))
    else {
      return nil
    }
    // Rows that lack cells are filled up, but not without bound: a few bytes must not become a huge table.
    var missing = source.bytes.count + 1000
    for (index, row) in table.rows.enumerated() {
      let element = index == 0 ? "th" : "td"
      for (column, alignment) in table.alignments.enumerated() {
        var start = ""
        if column == 0, index > 0 {
          start = index == 1 ? "</tr>\n</thead>\n<tbody>\n<tr>\n" : "</tr>\n<tr>\n"
        }
        start += alignment == .none ? "<\(element)>" : "<\(element) align=\"\(alignment.rawValue)\">"
        guard let cell = Node.customInline(onEnter: Array(start.utf8), onExit: Array("</\(element)>\n".utf8))
        else {
          continue
        }
        if column < row.cells.count {
          if !row.cells[column].text.isEmpty, let content = cells.popFirst() {
            cell.adoptChildren(of: content)
          }
        } else {
          missing -= 1
          if missing < 0 { cell.remove(); break }
        }
        block.append(cell)
      }
    }
    return block
  }
}
