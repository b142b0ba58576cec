/// Reads the beginning of a line as CommonMark does: in columns, with tab stops every four.
struct LineCursor {
  private let line: ArraySlice<UInt8>
  /// The index in the source of the byte that is next; a tab that is partly used counts as next.
  private(set) var index: Int
  /// The column reached, from 0.
  private(set) var column = 0
  /// Whether the tab that is next is partly used.
  private var isInTab = false

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
  }

  var next: UInt8? { index < line.endIndex ? line[index] : nil }
  var rest: ArraySlice<UInt8> { line[index...] }

  /// The columns of white space ahead.
  var indent: Int {
    var column = column
    for byte in rest {
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
    }
    return column - self.column
  }

  /// The index after all that is used, a tab of which only a part is used included.
  var usedEnd: Int { isInTab ? index + 1 : index }

  /// What follows the white space ahead.
  var content: ArraySlice<UInt8> { rest.drop { $0 == 0x20 || $0 == 0x09 } }
  var isBlank: Bool { content.isEmpty }

  /// Passes that many columns of white space, part of a tab where it comes to that.
  mutating func skip(columns: Int) {
    var columns = columns
    while columns > 0, let next {
      if next == 0x20 {
        column += 1
        columns -= 1
      } else if next == 0x09 {
        let width = 4 - column % 4
        if width > columns {
          column += columns
          isInTab = true
          return
        }
        column += width
        columns -= width
      } else {
        return
      }
      index += 1
      isInTab = false
    }
  }

  /// Passes that many bytes that are not white space.
  mutating func take(_ count: Int) {
    let count = min(count, line.endIndex - index)
    index += count
    column += count
  }
}
