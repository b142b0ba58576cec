import Diagnostics

/// Finds text that YAML takes for a comment though it was probably meant: `title: The cluster #1`.
enum CommentCheck {
  /// The problems of a YAML text that could be read.
  ///
  /// - Parameter firstLine: The line of the file at which the text begins.
  static func diagnostics(of yaml: ArraySlice<UInt8>, file: String, firstLine: Int) -> [Diagnostic] {
    guard hasCandidate(yaml) else { return [] }
    var diagnostics: [Diagnostic] = []
    /// The indentation of the key of the block of text that is being passed over.
    var blockIndent: Int?
    let lines = yaml.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    for (number, line) in lines.enumerated() {
      let text = line.last == 0x0D ? line.dropLast() : line
      let indent = text.prefix { $0 == 0x20 }.count
      if let block = blockIndent {
        if indent > block || text.count == indent { continue }
        blockIndent = nil
      }
      guard let value = plainValue(of: text) else {
        if isBlockHeader(text) { blockIndent = indent }
        continue
      }
      guard let comment = comment(in: value) else { continue }
      let before = String(decoding: text[..<comment.startIndex], as: UTF8.self).unicodeScalars.count
      let found = String(decoding: comment, as: UTF8.self)
      diagnostics.append(
        YAMLProblem.commentInValue(excerpt(of: found)).at(
          Place(
            file: file, line: firstLine + number, column: before + 1, length: found.unicodeScalars.count)))
    }
    return diagnostics
  }

  /// Whether there is a `#` after a space and before something else.
  private static func hasCandidate(_ yaml: ArraySlice<UInt8>) -> Bool {
    var index = yaml.startIndex
    while index + 2 < yaml.endIndex {
      if yaml[index] == 0x20, yaml[index + 1] == UInt8(ascii: "#"), yaml[index + 2] > 0x20 { return true }
      index += 1
    }
    return false
  }

  /// The value that stands after a key or a hyphen, where it is neither in quotes nor in brackets nor a block.
  private static func plainValue(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = line.drop { $0 == 0x20 }
    while rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2).drop { $0 == 0x20 } }
    if rest.first == UInt8(ascii: "#") { return nil }
    for index in rest.indices.dropLast() where rest[index] == UInt8(ascii: ":") && rest[index + 1] == 0x20 {
      rest = rest[(index + 2)...].drop { $0 == 0x20 }
      break
    }
    guard let first = rest.first, !"\"'[{|>&*!#".utf8.contains(first) else { return nil }
    return rest
  }

  private static func comment(in value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for index in value.indices.dropLast(2)
    where value[index] == 0x20 && value[index + 1] == UInt8(ascii: "#") && value[index + 2] > 0x20 {
      return value[(index + 1)...]
    }
    return nil
  }

  private static func isBlockHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let header = line.split(separator: 0x20).last { $0.first != UInt8(ascii: "#") }
    return header?.first == UInt8(ascii: "|") || header?.first == UInt8(ascii: ">")
  }
}
