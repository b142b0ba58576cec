import Diagnostics
import Yams

/// Reads one YAML document into nodes with places.
struct YAMLReader {
  /// The deepest nesting that is read: far beyond what content needs, and safe on any thread's stack.
  static let maximumDepth = 100

  /// The file's path, for places.
  let file: String
  /// The line of the file at which the text begins, from 1.
  let firstLine: Int

  init(file: String, firstLine: Int = 1) {
    self.file = file
    self.firstLine = firstLine
  }

  /// Reads a document.
  ///
  /// - Parameter bytes: UTF-8 without control characters (``SourceCheck`` makes sure of it).
  /// - Returns: The root, or `nil` where the document is empty.
  func read(_ bytes: ArraySlice<UInt8>) -> Result<YAMLNode?, YAMLFailure> {
    let limits: YAMLLimits
    switch YAMLLimits.measure(bytes) {
    case .success(let measured): limits = measured
    case .failure(let excess): return .failure(failure(excess, in: bytes))
    }
    // What may nest deeply is read on a stack that is large enough for libyaml's own limit.
    if limits.isShallow { return compose(bytes) }
    return LargeStack.run { compose(bytes) }
  }

  private func compose(_ bytes: ArraySlice<UInt8>) -> Result<YAMLNode?, YAMLFailure> {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      // Without rules for tags: looking for duplicate keys, Yams would match every key against them.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return .success(nil) }
      return .success(try convert(root, depth: 0))
    } catch let failure as YAMLFailure {
      return .failure(failure)
    } catch let error as YamlError {
      return .failure(YAMLErrorReader(reader: self, text: text).failure(error))
    } catch {
      return .failure(YAMLFailure(.unreadable("\(error)"), at: place(line: 1, column: 1)))
    }
  }

  private func convert(_ node: Node, depth: Int) throws -> YAMLNode {
    let place = place(of: node)
    guard depth <= Self.maximumDepth else { throw YAMLFailure(.tooDeep, at: place) }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      if isPlain { try check(scalar.tag, at: place, orElse: "str") }
      if scalar.style == .doubleQuoted, let control = SourceCheck.firstControl(in: scalar.string) {
        throw YAMLFailure(.escapedControl(control), at: place)
      }
      return YAMLNode(content: .scalar(scalar.string, isPlain: isPlain), place: place)
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
        guard case .scalar(let name, let isPlain) = keyNode.content else {
          throw YAMLFailure(.complexKey, at: keyNode.place)
        }
        if isPlain, name == "<<" { throw YAMLFailure(.mergeKey, at: keyNode.place) }
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
    if tag == Tag.implicit { return }
    let written = tag.description
    if written != "tag:yaml.org,2002:" + name { throw YAMLFailure(.tag(written), at: place) }
  }

  private func place(of node: Node) -> Place {
    let (line, column) = node.mark.map { ($0.line, $0.column) } ?? (1, 1)
    guard case .scalar(let scalar) = node else { return place(line: line, column: column) }
    let length: Int
    switch scalar.style {
    case .plain, .any: length = scalar.string.unicodeScalars.count
    case .singleQuoted, .doubleQuoted: length = scalar.string.unicodeScalars.count + 2
    case .literal, .folded: length = 1
    }
    return place(line: line, column: column, length: length)
  }

  /// The place in the file of a line and column of the document, both from 1.
  func place(line: Int, column: Int, length: Int = 1) -> Place {
    Place(file: file, line: line + firstLine - 1, column: column, length: length)
  }

  private func failure(_ excess: YAMLLimits.Excess, in bytes: ArraySlice<UInt8>) -> YAMLFailure {
    let place = SourceText(file: file, bytes: Array(bytes)).place(at: excess.offset, length: excess.length)
    return YAMLFailure(
      excess.problem, at: self.place(line: place.line, column: place.column, length: place.length))
  }
}

/// Why a YAML document could not be read: one problem with its places.
struct YAMLFailure: Error {
  let diagnostic: Diagnostic

  init(_ problem: YAMLProblem, at place: Place, notes: [Note] = []) {
    diagnostic = problem.at(place, notes: notes)
  }
}
