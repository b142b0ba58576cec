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

  /// What the passes over inlines work on.
  var leaves: [Leaf] = []
  var labels: [Label] = []
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
  func place(of node: Node, offset: Int = 0) -> Place {
    let origin = origin(of: node, offset: offset)
    return source.place(line: origin.line, byteColumn: origin.byteColumn)
  }

  /// The place of a link's or image's address, where it is written as it is on the line on which the link begins;
  /// else of the link.
  func placeOfAddress(of node: Node) -> Place {
    let origin = origin(of: node)
    if let column = source.column(ofDestination: node.url, line: origin.line, from: origin.byteColumn) {
      let length = node.url.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      return source.place(line: origin.line, byteColumn: column, length: length)
    }
    return source.place(line: origin.line, byteColumn: origin.byteColumn)
  }

  /// The line and byte in the source, from 1, at which a node begins.
  func origin(of node: Node, offset: Int = 0) -> (line: Int, byteColumn: Int) {
    var (line, column) = origins[node] ?? (node.startLine, node.startColumn)
    // libcmark gives a link the line on which it ends.
    if let child = node.firstChild, child.startLine > 0 { line = min(line, child.startLine) }
    if offset > 0 { column += offset }
    return plan.origin(line: line, byteColumn: column)
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
    gatherLeaves()
    // Before anything changes the ids' signs.
    let ownIDs = takeOwnHeadingIDs()
    composeText()
    if hasEscapedSigns { EscapedSigns.restore(in: document) }
    composeHeadings(ownIDs: ownIDs)
    composeReferences()
  }

  /// The passes over text, as far as each leaf can use them.
  private func composeText() {
    var wanted: SourceFeatures = []
    if options.autolinks { wanted.formUnion([.address, .at]) }
    if options.spans { wanted.formUnion(.brace) }
    if options.strikethrough { wanted.formUnion(.tilde) }
    let typography = options.typography ? typographyFeatures : []
    guard !source.features.isDisjoint(with: wanted.union(typography)) else { return }
    // A passage may be in French.
    let hasPassages = options.spans && source.features.contains(.brace)
    for leaf in leaves where leaf.holdsText {
      let features = leaf.features
      // Before the addresses, to which brackets that are left matter.
      if options.spans, features.isSuperset(of: [.bracket, .brace]) { composeSpans(in: leaf.node) }
      if options.autolinks, !features.isDisjoint(with: [.address, .at]) { composeAutolinks(in: leaf.node) }
      if options.strikethrough, features.contains(.tilde) { composeStrikethrough(in: leaf.node) }
      if hasPassages ? options.typography : !features.isDisjoint(with: typography) {
        composeTypography(in: leaf.node)
      }
    }
  }

  /// What a text must have for typography to change it. French has spaces to set.
  private var typographyFeatures: SourceFeatures {
    let marks: SourceFeatures = [.quote, .dash, .ellipsis]
    return Typesetter.Style.isFrench(language) ? marks.union(.highPunctuation) : marks
  }
}

// MARK: - Holes

extension Composition {
  /// The byte that marks a hole in what libcmark renders. It occurs in no UTF-8, and four bytes follow it, with
  /// seven bits in each and the high bit set: the hole's kind and its number among those of its kind.
  private static let holeMark: UInt8 = 0xFF

  /// Appends the mark of a hole to HTML that a custom node will write.
  ///
  /// - Parameter number: The index in ``links``, ``images`` or ``labels``.
  func appendHole(_ kind: RichText.PlacedHole.Kind, _ number: Int = 0, to html: inout [UInt8]) {
    let bits = UInt32(kind.rawValue) << 25 | UInt32(truncatingIfNeeded: number) & 0x1FF_FFFF
    html.append(Self.holeMark)
    for shift: UInt32 in [21, 14, 7, 0] { html.append(UInt8(truncatingIfNeeded: bits >> shift) | 0x80) }
  }

  /// Appends the mark of a hole for one of the site's strings.
  func appendLabel(_ label: Label, to html: inout [UInt8]) {
    appendHole(.label, labels.count, to: &html)
    labels.append(label)
  }

  /// Renders the tree and splits the HTML at the holes' marks.
  func finish() -> RichText {
    var html: [UInt8] = []
    var holes: [RichText.PlacedHole] = []
    document.withHTML(unsafe: options.html) { rendered in
      html.reserveCapacity(rendered.count)
      var start = 0
      while let mark = rendered.index(of: Self.holeMark, from: start), mark + 4 < rendered.count {
        html.append(contentsOf: UnsafeBufferPointer(rebasing: rendered[start..<mark]))
        var bits: UInt32 = 0
        for index in mark + 1...mark + 4 { bits = bits << 7 | UInt32(rendered[index] & 0x7F) }
        if let kind = RichText.PlacedHole.Kind(rawValue: UInt8(bits >> 25)) {
          holes.append(
            RichText.PlacedHole(offset: html.count, kind: kind, number: Int(bits & 0x1FF_FFFF)))
        }
        start = mark + 5
      }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: rendered[start...]))
    }
    return RichText(
      html: html, holes: holes, language: language, headings: headings, links: links, images: images,
      labels: labels, diagnostics: diagnostics.sorted())
  }
}
