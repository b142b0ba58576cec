/// Finds the blocks that CommonMark does not know, with libcmark as the judge of everything around them.
///
/// The lines that could begin one are looked for first; most texts have none. Then libcmark parses the text with
/// the lines' inlines cut away, which says cheaply what each line is: a footnote's line in a code block is
/// code, a table's in a paragraph is a table's.
struct BlockScan {
  private let source: Source
  private(set) var tables: [Table] = []
  private(set) var definitions: [Int: FootnoteDefinition] = [:]
  private(set) var fences: [Int: LanguageFence] = [:]
  /// The lines that could be tables' delimiter rows, in order.
  private var delimiterLines: [Int] = []
  /// What libcmark gets in the place of lines, without line ends.
  private var replacements: [Int: [UInt8]] = [:]

  /// How often what was found may change how the rest reads before the search ends.
  private static let rounds = 40

  /// Fails where the text has no such blocks.
  init?(_ source: Source, options: MarkdownOptions) {
    let features = source.features
    let wantsTables =
      options.tables && features.contains(.hyphen) && !features.isDisjoint(with: [.pipe, .colonAndHyphen])
    let wantsNotes = options.footnotes && features.isSuperset(of: [.footnote, .colon])
    let wantsFences = options.spans && features.contains(.doubleColon)
    guard wantsTables || wantsNotes || wantsFences else { return nil }
    self.source = source
    findCandidates(tables: wantsTables, notes: wantsNotes, fences: wantsFences)
    guard !delimiterLines.isEmpty || !definitions.isEmpty || !fences.isEmpty else { return nil }
    judge()
    guard !tables.isEmpty || !definitions.isEmpty || !fences.isEmpty else { return nil }
    tables.sort { $0.firstLine < $1.firstLine }
  }

  private mutating func findCandidates(tables: Bool, notes: Bool, fences: Bool) {
    var bullet: UInt8?
    for line in 1...max(1, source.lineCount) {
      let text = source[line]
      let mark = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      if notes, FootnoteDefinition.mayBegin(text) {
        if bullet == nil { bullet = unusedBullet() }
        if let definition = FootnoteDefinition(text, bullet: bullet ?? UInt8(ascii: "+")) {
          definitions[line] = definition
          replacements[line] = definition.replacement
          continue
        }
      }
      switch mark.first {
      case UInt8(ascii: ":") where fences && mark.starts(with: ":::".utf8):
        if let fence = LanguageFence(text) {
          self.fences[line] = fence
          replacements[line] = Array(text[..<mark.startIndex]) + Array("<!-- -->".utf8)
        }
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
        if tables, line > 1, TableAlignment.isCandidate(text) { delimiterLines.append(line) }
      default: break
      }
    }
  }

  /// A list marker that begins no line of the text, if there is one.
  private func unusedBullet() -> UInt8 {
    var used: Set<UInt8> = []
    for line in 1...max(1, source.lineCount) {
      let mark = source[line].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      if let first = mark.first { used.insert(first) }
    }
    return "+*-".utf8.first { !used.contains($0) } ?? UInt8(ascii: "+")
  }
}

// MARK: - libcmark's judgement

extension BlockScan {
  /// Looks until nothing changes any more: a table that ends within its paragraph changes how what follows reads,
  /// which can bring another one or take one away.
  private mutating func judge() {
    for _ in 0..<Self.rounds {
      let document = Document(parsing: outline())
      let hasDropped = dropWithoutEffect(in: document)
      if !findTables(in: document), !hasDropped { return }
    }
    while dropWithoutEffect(in: Document(parsing: outline())) {}
  }

  /// Drops what libcmark does not see as what it should be.
  ///
  /// - Returns: Whether there was any.
  private mutating func dropWithoutEffect(in document: Document) -> Bool {
    var items: [Int: Int] = [:]
    var comments: [Int: Int] = [:]
    for block in document.root.blocks(where: { $0 == .item || $0 == .htmlBlock }) {
      if block.kind == .item {
        items[block.startLine, default: 0] += 1
      } else {
        comments[block.startLine] = block.endLine
      }
    }
    var lost = definitions.filter { (items[$0.key] ?? 0) <= $0.value.itemCount }.map(\.key)
    for line in lost { definitions[line] = nil }
    // A closing line that has nothing to close is text, as are lines of colons of other kinds.
    var depth = 0
    for line in fences.keys.sorted() {
      if comments[line] != nil, fences[line] != .closing || depth > 0 {
        depth += fences[line] == .closing ? -1 : 1
      } else {
        fences[line] = nil
        lost.append(line)
      }
    }
    for line in lost { replacements[line] = nil }
    // libcmark ends a comment with its last line or, where more text follows, with the one before.
    let lostTables = tables.filter { table in
      let end = comments[table.firstLine] ?? 0
      return end != table.lastLine && end != table.lastLine - 1
    }
    for table in lostTables { remove(table) }
    return !lost.isEmpty || !lostTables.isEmpty
  }

  /// Finds tables in the document's paragraphs, up to the first that ends within its paragraph.
  ///
  /// - Returns: Whether there was any.
  private mutating func findTables(in document: Document) -> Bool {
    guard !delimiterLines.isEmpty else { return false }
    let count = tables.count
    let ends = Set(definitions.keys).union(fences.keys)
    for block in document.root.blocks(where: { $0 == .paragraph || $0 == .heading }) {
      let first = block.startLine
      // A paragraph that is followed by a line of hyphens is a heading, but the line may end a table.
      let last = block.endLine
      var candidate = delimiterLines.firstIndex(after: first)
      guard candidate < delimiterLines.count, delimiterLines[candidate] <= last else { continue }
      let path = ContainerPath(of: block, in: source, notes: definitions)
      while candidate < delimiterLines.count, delimiterLines[candidate] <= last {
        if let table = Table(
          delimiterLine: delimiterLines[candidate], first: first, last: last, path: path, lines: source,
          ends: ends)
        {
          add(table)
          // The line under a heading is a line across the page, and changes nothing after it.
          let end = block.kind == .heading ? last - 1 : last
          if table.lastLine < end { return true }
          break
        }
        candidate += 1
      }
    }
    return tables.count > count
  }

  /// Gives up a table, for good.
  private mutating func remove(_ table: Table) {
    tables.removeAll { $0.firstLine == table.firstLine }
    delimiterLines.removeAll { $0 == table.firstLine + 1 }
    for line in table.firstLine...table.lastLine { replacements[line] = definitions[line]?.replacement }
  }

  private mutating func add(_ table: Table) {
    tables.append(table)
    for (offset, prefix) in table.prefixes.enumerated() {
      let line = table.firstLine + offset
      let isLast = line == table.lastLine
      let marks =
        definitions[line].map { $0.replacement.prefix(max(0, prefix - $0.shift)) }
        ?? source[line].prefix(prefix)[...]
      replacements[line] = Array(marks) + Array((isLast ? "-->" : "<!--").utf8)
    }
  }
}

// MARK: - Text for libcmark

extension BlockScan {
  /// Appends the text's lines with the replacements.
  func appendLines(to bytes: inout [UInt8]) {
    for line in 1...max(1, source.lineCount) {
      if line > 1 { bytes.append(0x0A) }
      bytes.append(contentsOf: replacements[line] ?? Array(source[line]))
    }
  }

  /// The text with each line cut after its first letter: it has the same blocks, and next to no inlines.
  private func outline() -> [UInt8] {
    let hasTags = source.features.contains(.angle)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count / 4)
    for line in 1...max(1, source.lineCount) {
      let text = replacements[line].map { $0[...] } ?? source[line]
      // Raw HTML ends with a sign somewhere in a line.
      if hasTags, text.contains(UInt8(ascii: ">")) {
        bytes.append(contentsOf: text)
      } else {
        let end = text.firstIndex {
          $0 >= 0x80 || ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z"))
        }
        bytes.append(contentsOf: text[..<(end ?? text.endIndex)])
        if end != nil { bytes.append(UInt8(ascii: "a")) }
      }
      bytes.append(0x0A)
    }
    return bytes
  }
}

extension [Int] {
  /// The index of the first of these ascending numbers that is greater than another number.
  fileprivate func firstIndex(after number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
