import CCommonMark

/// A parsed Markdown document: the one owner of a libcmark tree, which it frees.
///
/// This file is the only one that imports libcmark. A document belongs to one thread at a time;
/// different documents are independent of each other.
final class Document {
  let root: Node

  /// Parses UTF-8 Markdown. libcmark accepts any bytes.
  init(parsing bytes: [UInt8]) {
    Arena.begin()
    let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, Arena.allocator)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        cmark_parser_feed(parser, chars.baseAddress, chars.count)
      }
    }
    let pointer = cmark_parser_finish(parser)
    cmark_parser_free(parser)
    // cmark stops the process where memory is exhausted, so that a document always comes back.
    root =
      pointer.map(Node.init)
      ?? Node(pointer: cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, Arena.allocator))
  }

  deinit {
    Arena.end()
  }

  /// Lets a closure read the HTML that libcmark renders.
  ///
  /// - Parameter unsafe: Whether raw HTML and dangerous addresses are written.
  func withHTML<Result>(unsafe: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let html = cmark_render_html(root.pointer, unsafe ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = strlen(html)
    return html.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      body(UnsafeBufferPointer(start: bytes, count: count))
    }
  }
}

/// A node of a ``Document``'s tree; valid as long as the document lives and the node is not freed.
struct Node: Hashable {
  fileprivate let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// libcmark's kinds of nodes, with its numbers.
  enum Kind: UInt32 {
    case none = 0
    case document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading,
      thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image

    var isBlock: Bool { rawValue <= Kind.thematicBreak.rawValue }
    var canHaveChildren: Bool {
      switch self {
      case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline: false
      default: true
      }
    }
    var holdsBlocks: Bool {
      switch self {
      case .document, .blockQuote, .list, .item, .customBlock: true
      default: false
      }
    }
  }

  var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }

  /// Where libcmark saw the node: lines and columns from 1, columns in bytes, 0 where it does not say.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The text of a text, code or HTML node, UTF-8; valid until the node is changed or freed.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
  /// A link's or image's address, as libcmark decoded it.
  var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
  /// What stands after a code block's opening fence.
  var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(string)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: count)
  }
}

// MARK: - Changing the tree

extension Node {
  /// A block whose HTML is given: `onEnter` before its children and `onExit` after them, each on lines of
  /// its own. The texts are written as they are.
  static func customBlock(onEnter: [UInt8] = [], onExit: [UInt8] = []) -> Node? {
    custom(CMARK_NODE_CUSTOM_BLOCK, onEnter, onExit)
  }

  /// An inline whose HTML is given: `onEnter` before its children and `onExit` after them, as they are.
  static func customInline(onEnter: [UInt8] = [], onExit: [UInt8] = []) -> Node? {
    custom(CMARK_NODE_CUSTOM_INLINE, onEnter, onExit)
  }

  static func text(_ bytes: some Collection<UInt8>) -> Node? {
    guard let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, Arena.allocator).map(Node.init) else {
      return nil
    }
    node.setLiteral(bytes)
    return node
  }

  /// A link around a text.
  static func link(to address: [UInt8], text: some Collection<UInt8>) -> Node? {
    guard let pointer = cmark_node_new_with_mem(CMARK_NODE_LINK, Arena.allocator), let text = Node.text(text)
    else { return nil }
    let link = Node(pointer: pointer)
    link.setURL(address)
    link.append(text)
    return link
  }

  private static func custom(_ type: cmark_node_type, _ onEnter: [UInt8], _ onExit: [UInt8]) -> Node? {
    guard let pointer = cmark_node_new_with_mem(type, Arena.allocator) else { return nil }
    if !onEnter.isEmpty { withCString(onEnter) { _ = cmark_node_set_on_enter(pointer, $0) } }
    if !onExit.isEmpty { withCString(onExit) { _ = cmark_node_set_on_exit(pointer, $0) } }
    return Node(pointer: pointer)
  }

  func setLiteral(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_literal(pointer, $0) }
  }

  func setURL(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_url(pointer, $0) }
  }

  func setTitle(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_title(pointer, $0) }
  }

  func setFenceInfo(_ bytes: some Collection<UInt8>) {
    Self.withCString(bytes) { _ = cmark_node_set_fence_info(pointer, $0) }
  }

  func insertBefore(_ sibling: Node) { cmark_node_insert_before(pointer, sibling.pointer) }
  func insertAfter(_ sibling: Node) { cmark_node_insert_after(pointer, sibling.pointer) }
  func append(_ child: Node) { cmark_node_append_child(pointer, child.pointer) }
  func prepend(_ child: Node) { cmark_node_prepend_child(pointer, child.pointer) }

  /// Moves all children of another node to the end of this one's.
  func adoptChildren(of other: Node) {
    while let child = other.firstChild, cmark_node_append_child(pointer, child.pointer) == 1 {}
  }

  func unlink() { cmark_node_unlink(pointer) }

  /// Takes the node and all below it out of the tree and frees them.
  func remove() { cmark_node_free(pointer) }

  /// Puts another node in the place of this one, which is freed with what is still below it.
  func replace(with other: Node) {
    cmark_node_replace(pointer, other.pointer)
    cmark_node_free(pointer)
  }

  /// Puts the children in the place of their parent, which is freed.
  func unwrap() {
    while let child = firstChild, cmark_node_insert_before(pointer, child.pointer) == 1 {}
    remove()
  }

  private static func withCString(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Void) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
      var end = 0
      for byte in bytes {
        buffer[end] = CChar(bitPattern: byte)
        end += 1
      }
      buffer[end] = 0
      if let start = buffer.baseAddress { body(UnsafePointer(start)) }
    }
  }
}

// MARK: - Walking

extension Node {
  /// Calls a closure with this node and all below it, in document order, at each node's beginning and, for those
  /// that can have children, at its end. The closure must not change the tree.
  func walk(_ visit: (Node, Kind, _ entering: Bool) -> Void) {
    var node = self
    while true {
      let kind = node.kind
      visit(node, kind, true)
      if kind.canHaveChildren {
        if let child = node.firstChild {
          node = child
          continue
        }
        visit(node, kind, false)
      }
      while true {
        if node == self { return }
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent else { return }
        node = parent
        visit(node, node.kind, false)
      }
    }
  }

  /// The blocks of the wanted kinds below this one, in document order; inlines are not looked at, but for
  /// those that hold a block's place, as a table's cells do.
  func blocks(where isWanted: (Kind) -> Bool) -> [Node] {
    var found: [Node] = []
    var next = firstChild
    while let node = next {
      let kind = node.kind
      if isWanted(kind) { found.append(node) }
      if kind.holdsBlocks, let child = node.firstChild {
        next = child
        continue
      }
      var current = node
      next = current.next
      while next == nil, let parent = current.parent, parent != self {
        current = parent
        next = current.next
      }
    }
    return found
  }

  /// The inlines of the wanted kinds below this node, in document order.
  func inlines(where isWanted: (Kind) -> Bool) -> [Node] {
    var found: [Node] = []
    walk { node, kind, entering in
      if entering, isWanted(kind) { found.append(node) }
    }
    return found
  }

  /// The paragraphs, headings and table cells below this node, in document order: what holds inlines.
  var leaves: [Node] {
    blocks { $0 == .paragraph || $0 == .heading || $0 == .customInline }
  }
}
