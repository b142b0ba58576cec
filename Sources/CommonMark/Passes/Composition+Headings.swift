import Diagnostics

extension Composition {
  /// Takes the ids that headings set themselves out of their texts, as they are typed: by the number of the leaf.
  func takeOwnHeadingIDs() -> [Int: String] {
    guard options.headingIDs, source.features.contains(.brace) else { return [:] }
    var own: [Int: String] = [:]
    for (index, leaf) in leaves.enumerated() where leaf.kind == .heading && leaf.features.contains(.brace) {
      own[index] = takeOwnID(leaf.node)
    }
    return own
  }

  /// Gives headings their ids and anchor links, and looks at their levels.
  func composeHeadings(ownIDs own: [Int: String]) {
    var ids = HeadingIDs()
    for id in own.values { ids.reserve(id) }
    var lastLevel = 1
    for index in leaves.indices where leaves[index].kind == .heading {
      let node = leaves[index].node
      let ownID = own.isEmpty ? nil : own[index]
      let place = place(of: node)
      let level = node.headingLevel
      let text = PlainText.of(node)
      if level == 1 {
        report(.topLevelHeading(text: text), at: place)
      } else if level > lastLevel + 1 {
        report(.headingJump(text: text, level: level, expected: lastLevel + 1), at: place)
      }
      lastLevel = level
      var id = ""
      if options.headingIDs {
        if let ownID, ids.isUsed(ownID) || HeadingIDs.isFootnote(ownID) {
          report(.repeatedHeadingID(ownID), at: place)
        }
        id = ids.next(ownID ?? Slug.of(text, language: language(at: node)), isOwn: ownID != nil)
        if let inline = wrap(node, level: level, id: id) { leaves[index].node = inline }
      }
      headings.append(Heading(level: level, id: id, text: text, place: place))
    }
  }

  /// Takes `{#id}` from the end of a heading's text.
  private func takeOwnID(_ heading: Node) -> String? {
    guard let last = heading.lastChild, last.kind == .text else { return nil }
    let literal = last.literal
    guard literal.last == UInt8(ascii: "}"), let brace = literal.lastIndex(of: UInt8(ascii: "{")),
      brace + 3 < literal.count, literal[brace + 1] == UInt8(ascii: "#")
    else { return nil }
    let typed = literal[(brace + 2)..<(literal.count - 1)]
    let id = EscapedSigns.restored(typed, escaped: false) ?? Array(typed)
    guard id.allSatisfy(Self.isIDByte) else { return nil }
    let text = String(decoding: id, as: UTF8.self)
    var rest = Array(literal[..<brace])
    while rest.last == 0x20 || rest.last == 0x09 { rest.removeLast() }
    if rest.isEmpty { last.remove() } else { last.setLiteral(rest) }
    return text
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  /// Writes the heading's element with its id, and at its end a link to itself, for the mouse: whoever hears
  /// the page or walks through it with the keyboard does not meet it.
  ///
  /// - Returns: What holds the heading's text now.
  private func wrap(_ heading: Node, level: Int, id: String) -> Node? {
    let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: level)
    var start: [UInt8] = []
    start.reserveCapacity(64)
    start.append(contentsOf: "<h".utf8)
    start.append(digit)
    start.append(contentsOf: " id=\"".utf8)
    appendHole(.idPrefix, to: &start)
    HTMLEscape.append(id, to: &start)
    start.append(contentsOf: "\">".utf8)
    var end: [UInt8] = []
    end.reserveCapacity(128)
    end.append(contentsOf: "<a class=\"anchor\" href=\"#".utf8)
    appendHole(.idPrefix, to: &end)
    HTMLEscape.appendAddress(id, to: &end)
    end.append(contentsOf: "\" aria-hidden=\"true\" tabindex=\"-1\"></a></h".utf8)
    end.append(digit)
    end.append(UInt8(ascii: ">"))
    guard let block = Node.customBlock(), let inline = Node.customInline(onEnter: start, onExit: end) else {
      return nil
    }
    inline.adoptChildren(of: heading)
    block.append(inline)
    heading.replace(with: block)
    return inline
  }
}
