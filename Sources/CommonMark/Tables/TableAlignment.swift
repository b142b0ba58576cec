/// How a table's column is aligned.
enum TableAlignment: String {
  case none, left, center, right

  /// The columns that a delimiter row (`| :-- | --: |`) declares, or `nil` where the line is none.
  ///
  /// - Parameter line: What follows the containers' marks.
  static func row(_ line: ArraySlice<UInt8>) -> [TableAlignment]? {
    guard let cells = TableRow(line)?.cells else { return nil }
    var alignments: [TableAlignment] = []
    for cell in cells {
      var text = cell.text[...]
      let isLeft = text.first == UInt8(ascii: ":")
      if isLeft { text = text.dropFirst() }
      let isRight = text.last == UInt8(ascii: ":")
      if isRight { text = text.dropLast() }
      guard !text.isEmpty, text.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
    }
    return alignments
  }

  /// Whether a line could be a delimiter row, containers' marks before it included; quick to tell.
  static func isCandidate(_ line: ArraySlice<UInt8>) -> Bool {
    var hasHyphen = false
    var hasMark = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case 0x20, 0x09, UInt8(ascii: ">"): break
      default: return false
      }
    }
    return hasHyphen && hasMark
  }
}
