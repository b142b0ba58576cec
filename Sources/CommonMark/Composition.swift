import Diagnostics

/// One body on its way from Markdown to ``RichText``: the tree, and what the passes over it find.
///
/// It lives while one text is parsed, on one thread.
final class Composition {
  let options: MarkdownOptions
  let source: Source
  /// The language of the text.
  let language: String
  let document: Document
  /// The blocks that CommonMark does not know.
  let plan: BlockPlan
  /// Whether escaped signs still have to be put back.
  private let hasEscapedSigns: Bool

  /// Where nodes that the passes made come from: line and byte in it, from 1, in what libcmark got.
  var origins: [Node: (line: Int, column: Int)] = [:]
  /// The languages of passages that say theirs.
  var languages: [Node: String] = [:]

  private(set) lazy var typesetter = Typesetter(language: language)
  /// Nodes that were taken out of the tree; freed when the text is done.
  var discarded: [Node] = []

  private(set) var holes: [Hole] = []
  var headings: [Heading] = []
  var links: [Link] = []
  var images: [Image] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(options: MarkdownOptions, source: Source, language: String) {
    self.options = options
    self.source = source
    self.language = language
    plan =
      BlockScan(source, options: options).map { BlockPlan(source: source, scan: $0) }
      ?? BlockPlan(plain: source)
    let protected = source.features.contains(.backslash) ? EscapedSigns.protect(plan.bytes) : nil
    hasEscapedSigns = protected != nil
    document = Document(parsing: protected ?? plan.bytes)
  }

  deinit {
    for node in discarded { node.remove() }
  }

  func report(_ problem: MarkdownProblem, at place: Place) {
    diagnostics.append(problem.at(place))
  }

  /// The place of a node, as far as libcmark tells it.
  ///
  /// - Parameter offset: A byte of a text node.
  func place(of node: Node, offset: Int = 0, length: Int = 1) -> Place {
    var (line, column) = origins[node] ?? (node.startLine, node.startColumn)
    // libcmark gives a link the line on which it ends.
    if let child = node.firstChild, child.startLine > 0 { line = min(line, child.startLine) }
    if offset > 0 { column += offset }
    let origin = plan.origin(line: line, byteColumn: column)
    return source.place(line: origin.line, byteColumn: origin.byteColumn, length: length)
  }

  /// The language of what stands below a node.
  func language(at node: Node) -> String {
    guard !languages.isEmpty else { return language }
    var current: Node? = node
    while let ancestor = current {
      if let language = languages[ancestor] { return language }
      current = ancestor.parent
    }
    return language
  }
}

// MARK: - Steps

extension Composition {
  /// Takes the text through all passes.
  func compose() {
    placeTables()
    wrapLanguagePassages()
    composeFootnotes()
    composeTaskLists()
    composeNotes()
    composeText()
    if hasEscapedSigns { EscapedSigns.restore(in: document) }
    composeHeadings()
    if !options.html { dropRawHTML() }
    composeFigures()
    composeLinks()
  }

  /// The passes over inlines, as far as the text can use them.
  private func composeText() {
    let features = source.features
    let links = options.autolinks && !features.isDisjoint(with: [.address, .at])
    let spans = options.spans && features.isSuperset(of: [.bracket, .brace])
    let strikes = options.strikethrough && features.contains(.tilde)
    let typography = options.typography && mayNeedTypography
    guard links || spans || strikes || typography else { return }
    for leaf in document.root.leaves {
      if links { composeAutolinks(in: leaf) }
      if spans { composeSpans(in: leaf) }
      if strikes { composeStrikethrough(in: leaf) }
      if typography { composeTypography(in: leaf) }
    }
  }
}

extension Composition {
  /// French has spaces to set, and a passage in French may be anywhere.
  private var mayNeedTypography: Bool {
    if !source.features.isDisjoint(with: [.quote, .dash, .ellipsis]) { return true }
    return source.features.contains(.highPunctuation)
      && (Typesetter.Style.isFrench(language) || source.features.contains(.brace))
  }
}

// MARK: - Holes

extension Composition {
  /// The byte that marks a hole in what libcmark renders. It occurs in no UTF-8, and four bytes with the
  /// hole's number follow it, seven bits in each, with the high bit set.
  static let holeMark: UInt8 = 0xFF

  /// Appends the mark of a new hole to HTML that a custom node will write.
  func appendHole(_ hole: Hole, to html: inout [UInt8]) {
    let number = UInt32(truncatingIfNeeded: holes.count)
    holes.append(hole)
    html.append(Self.holeMark)
    for shift: UInt32 in [21, 14, 7, 0] { html.append(UInt8(truncatingIfNeeded: number >> shift) | 0x80) }
  }

  /// Renders the tree and splits the HTML at the holes' marks.
  func finish() -> RichText {
    var html: [UInt8] = []
    var placed: [RichText.PlacedHole] = []
    document.withHTML(unsafe: options.html) { rendered in
      html.reserveCapacity(rendered.count)
      placed.reserveCapacity(holes.count)
      var start = 0
      while start < rendered.count, !holes.isEmpty, let mark = rendered.index(of: Self.holeMark, from: start),
        mark + 4 < rendered.count
      {
        html.append(contentsOf: UnsafeBufferPointer(rebasing: rendered[start..<mark]))
        let number = rendered[mark + 1...mark + 4].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
        if number < holes.count {
          placed.append(RichText.PlacedHole(offset: html.count, hole: holes[number]))
        }
        start = mark + 5
      }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: rendered[start...]))
    }
    return RichText(
      html: html, holes: placed, language: language, headings: headings, links: links, images: images,
      diagnostics: diagnostics.sorted())
  }
}
