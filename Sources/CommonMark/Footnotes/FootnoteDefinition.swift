/// A line that begins a footnote: `[^label]: text`, perhaps as the first of a list item.
struct FootnoteDefinition {
  /// Between `[^` and `]`, as written.
  let label: [UInt8]
  /// The line as libcmark gets it: the beginning of a list item, whose further lines are indented as a
  /// footnote's are.
  let replacement: [UInt8]
  /// How many bytes longer the line's beginning is in the source than in the replacement.
  let shift: Int
  /// How many bytes `[^label]:` takes, with the white space after it.
  let markLength: Int
  /// How many list items begin on the line before the footnote does.
  let itemCount: Int

  /// - Parameter bullet: A list marker that the text does not use, so that the notes join no list of its own.
  init?(_ line: ArraySlice<UInt8>, bullet: UInt8) {
    let (mark, itemCount) = Self.skipContainers(line)
    guard let (label, end) = Self.label(mark), end < line.endIndex, line[end] == UInt8(ascii: ":") else {
      return nil
    }
    let rest = TableRow.trim(line[(end + 1)...])
    var replacement = Array(line[..<mark.startIndex])
    // A footnote's text is indented by four columns from the last container's mark.
    let isQuoted = replacement.contains(UInt8(ascii: ">"))
    let spaces =
      itemCount > 0 ? 0 : replacement.reversed().prefix { $0 == 0x20 }.count - (isQuoted ? 1 : 0)
    if rest.isEmpty {
      // A list item without text is indented by its marker's width and one.
      replacement.append(contentsOf: "01)".utf8)
    } else {
      replacement.append(bullet)
      replacement.append(contentsOf: repeatElement(0x20, count: 3 - min(2, max(0, spaces))))
    }
    markLength = rest.startIndex - mark.startIndex
    shift = rest.startIndex - line.startIndex - replacement.count
    replacement.append(contentsOf: rest)
    self.itemCount = itemCount
    self.label = label
    self.replacement = replacement
  }

  /// Whether a line has what begins a footnote; quick to tell.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    skipContainers(line).rest.starts(with: "[^".utf8)
  }

  /// What follows the marks of block quotes and list items, and how many of the latter there are.
  private static func skipContainers(_ line: ArraySlice<UInt8>) -> (rest: ArraySlice<UInt8>, items: Int) {
    var rest = line
    var items = 0
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      var marker = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let signs: [UInt8] = Array((marker.isEmpty ? "-+*" : ".)").utf8)
      guard marker.endIndex < rest.endIndex, signs.contains(rest[marker.endIndex]) else {
        return (rest, items)
      }
      marker = rest[..<(marker.endIndex + 1)]
      guard let space = rest[marker.endIndex...].first, space == 0x20 || space == 0x09 else {
        return (rest, items)
      }
      rest = rest[marker.endIndex...]
      items += 1
    }
  }

  /// The label of a `[^label]` that a text begins with, and the index after it.
  static func label(_ text: ArraySlice<UInt8>) -> (label: [UInt8], end: Int)? {
    guard text.starts(with: "[^".utf8) else { return nil }
    let label = text.dropFirst(2).prefix { $0 > 0x20 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") }
    guard !label.isEmpty, label.endIndex < text.endIndex, text[label.endIndex] == UInt8(ascii: "]") else {
      return nil
    }
    return (Array(label), label.endIndex + 1)
  }

  /// A label as it is compared: without regard to the case of letters.
  static func key(_ label: [UInt8]) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}
