import Diagnostics

extension Composition {
  /// Puts elements that name their language around the blocks between `::: {lang=en}` and `:::`.
  func wrapLanguagePassages() {
    guard !plan.fences.isEmpty else { return }
    var open: [OpenPassage] = []
    for fence in document.root.blocks(where: { $0 == .htmlBlock }) {
      guard let mark = plan.fences[fence.startLine] else { continue }
      // What was opened in a list or a quote ends with it.
      while let last = open.last, !last.mayContain(fence) {
        end(last)
        open.removeLast()
      }
      switch mark {
      case .opening(let tag): open.append(OpenPassage(node: fence, tag: tag, within: open.last))
      case .closing:
        if let last = open.last, last.node.parent == fence.parent {
          wrap(last, to: fence)
          open.removeLast()
        }
        fence.remove()
      }
    }
    while let passage = open.popLast() { end(passage) }
  }

  /// Ends a passage that no line of colons ends.
  private func end(_ passage: OpenPassage) {
    report(.endlessPassage, at: place(of: passage.node))
    wrap(passage, to: nil)
  }

  private func wrap(_ passage: OpenPassage, to last: Node?) {
    let first = passage.node
    let outer = passage.outer ?? first.parent.map(language) ?? language
    guard let language = passage.language else {
      report(.unknownLanguage(passage.tag), at: place(of: first))
      first.remove()
      return
    }
    let start = "<div\(LanguageTag.attributes(language, within: outer))>"
    guard let block = Node.customBlock(onEnter: Array(start.utf8), onExit: Array("</div>".utf8)) else {
      return
    }
    first.insertBefore(block)
    while let sibling = first.next, sibling != last { block.append(sibling) }
    languages[block] = language
    first.remove()
  }

  /// Puts elements that name their language around `[words]{lang=en}`.
  func composeSpans(in leaf: Node) {
    for parent in textParents(in: leaf) { composeSpans(of: parent) }
  }

  private enum Mark {
    case open
    /// The end of something else in brackets.
    case end
    case close(tag: String)
    /// An attribute that follows a link.
    case link(tag: String)
  }

  private func composeSpans(of parent: Node) {
    guard parent.hasTextWithAttribute else { return }
    var open: [(node: Node, position: Int)] = []
    // A passage's language is known at its end, and that of what is in it depends on it: outer ones come first.
    var passages: [(position: Int, first: Node?, last: Node, tag: String)] = []
    for (position, (node, mark)) in cutSpans(in: parent).enumerated() {
      switch mark {
      case .open: open.append((node, position))
      case .end: _ = open.popLast()
      case .close(let tag):
        guard let first = open.popLast() else { continue }
        passages.append((first.position, first.node, node, tag))
      case .link(let tag): passages.append((position, nil, node, tag))
      }
    }
    for passage in passages.sorted(by: { $0.position < $1.position }) {
      if let first = passage.first {
        if let wrapper = makeSpan(passage.tag, at: first) {
          wrap(from: first, to: passage.last, in: wrapper)
        } else {
          discard(first)
          discard(passage.last)
        }
      } else {
        if let link = passage.last.previous, let wrapper = makeSpan(passage.tag, at: passage.last) {
          link.insertBefore(wrapper)
          wrapper.append(link)
        }
        discard(passage.last)
      }
    }
  }

  /// The element for a passage, or `nil` where its language is unknown, with a warning, or the same as around it.
  private func makeSpan(_ tag: String, at node: Node) -> Node? {
    guard let language = LanguageTag.canonical(tag) else {
      report(.unknownLanguage(tag), at: place(of: node))
      return nil
    }
    let outer = node.parent.map(self.language(at:)) ?? self.language
    let attributes = LanguageTag.attributes(language, within: outer)
    guard !attributes.isEmpty,
      let span = Node.customInline(onEnter: Array("<span\(attributes)>".utf8), onExit: Array("</span>".utf8))
    else { return nil }
    languages[span] = language
    return span
  }

  /// Cuts `[`, `]{lang=…}` and, after links, `{lang=…}` out of a node's texts.
  private func cutSpans(in parent: Node) -> [(Node, Mark)] {
    var marks: [(Node, Mark)] = []
    var next = parent.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .text else { continue }
      let bytes = Array(node.literal)
      var found: [(range: Range<Int>, mark: Mark)] = []
      var index = 0
      if node.previous?.kind == .link, let (tag, end) = LanguageAttribute.read(bytes[...]) {
        found.append((0..<end, .link(tag: tag)))
        index = end
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "]"), let (tag, end) = LanguageAttribute.read(bytes[(index + 1)...]) {
          found.append((index..<end, .close(tag: tag)))
          index = end
          continue
        }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
          found.append((index..<index + 1, byte == UInt8(ascii: "[") ? .open : .end))
        }
        index += 1
      }
      guard !found.isEmpty else { continue }
      marks += zip(cut(node, at: found.map(\.range)), found.map(\.mark)).map { ($0, $1) }
    }
    return marks
  }
}

/// A passage between lines of colons whose end has not come yet.
private struct OpenPassage {
  /// The line that begins it.
  let node: Node
  /// The language as written.
  let tag: String
  /// The language, where it is known.
  let language: String?
  /// The language of the open passages around it, which have no element yet.
  let outer: String?

  init(node: Node, tag: String, within around: OpenPassage?) {
    self.node = node
    self.tag = tag
    language = LanguageTag.canonical(tag)
    outer = around?.language ?? around?.outer
  }

  /// Whether a block is beside the line that begins the passage, or deeper in what stands there.
  func mayContain(_ block: Node) -> Bool {
    let container = node.parent
    var current = block.parent
    while let ancestor = current {
      if ancestor == container { return true }
      current = ancestor.parent
    }
    return false
  }
}

extension Node {
  fileprivate var hasTextWithAttribute: Bool {
    var next = firstChild
    while let node = next {
      if node.kind == .text, node.literal.contains(UInt8(ascii: "{")) { return true }
      next = node.next
    }
    return false
  }
}
