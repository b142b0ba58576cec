import Diagnostics
import Yams

/// Turns the parser's nodes into ours.
struct YAMLConverter {
  let reader: YAMLReader
  /// Whether a value with an anchor is a mistake: nothing refers to one, so that `&` probably belongs to a text.
  let refusesAnchors: Bool

  /// - Parameter depth: How many nodes contain the node.
  func convert(_ node: Node, depth: Int) throws -> YAMLNode {
    let place = place(of: node)
    guard depth <= YAMLReader.maximumDepth else { throw YAMLFailure(.tooDeep, at: place) }
    if refusesAnchors, node.anchor != nil { throw YAMLFailure(.reservedStart("&"), at: place) }
    switch node {
    case .scalar(let scalar):
      let style: YAMLNode.Style
      switch scalar.style {
      case .plain, .any: style = .plain
      case .singleQuoted, .doubleQuoted: style = .quoted
      case .literal, .folded: style = .block
      }
      if style == .plain { try check(scalar.tag, at: place, orElse: "str") }
      if scalar.style == .doubleQuoted, let control = SourceCheck.firstControl(in: scalar.string) {
        throw YAMLFailure(.escapedControl(control), at: place)
      }
      return YAMLNode(content: .scalar(scalar.string, style), place: place)
    case .sequence(let sequence):
      try check(sequence.tag, at: place, orElse: "seq")
      return YAMLNode(
        content: .sequence(try sequence.map { try convert($0, depth: depth + 1) }), place: place)
    case .mapping(let mapping):
      try check(mapping.tag, at: place, orElse: "map")
      var members: [YAMLNode.Member] = []
      members.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let keyNode = try convert(key, depth: depth + 1)
        guard case .scalar(let name, let style) = keyNode.content else {
          throw YAMLFailure(.complexKey, at: keyNode.place)
        }
        if style == .plain, name == "<<" { throw YAMLFailure(.mergeKey, at: keyNode.place) }
        members.append(
          YAMLNode.Member(key: Located(name, at: keyNode.place), value: try convert(value, depth: depth + 1)))
      }
      return YAMLNode(content: .mapping(members), place: place)
    case .alias:
      // Yams puts what an alias stands for in its place, and so gives none.
      throw YAMLFailure(.undefinedAlias, at: place)
    }
  }

  /// Refuses a tag other than the one that says what the node is anyway, which Yams may have put there.
  private func check(_ tag: Tag, at place: Place, orElse name: String) throws {
    let written = tag.description
    if !written.isEmpty, written != "tag:yaml.org,2002:" + name {
      throw YAMLFailure(.tag(written), at: place)
    }
  }

  private func place(of node: Node) -> Place {
    let (line, column) = node.mark.map { ($0.line, $0.column) } ?? (1, 1)
    guard case .scalar(let scalar) = node else { return reader.place(line: line, column: column) }
    let length: Int
    switch scalar.style {
    case .plain, .any: length = scalar.string.unicodeScalars.count
    case .singleQuoted, .doubleQuoted: length = scalar.string.unicodeScalars.count + 2
    case .literal, .folded: length = 1
    }
    return reader.place(line: line, column: column, length: length)
  }
}
