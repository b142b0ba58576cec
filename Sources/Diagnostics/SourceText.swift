/// The bytes of a source file with its lines, to turn byte offsets into places and places into lines.
package struct SourceText: Sendable {
  /// The file's path as it was given.
  package let file: String
  /// The whole file. Columns and excerpts decode it as UTF-8, with invalid bytes replaced.
  package let bytes: [UInt8]
  /// The offset at which each line starts. Lines end with LF, CR or CR LF.
  private let lineStarts: [Int]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    lineStarts = starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The place of a range of bytes; a range over several lines ends with its first line.
  package func place(at offset: Int, length: Int = 1) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let start = contentStart(ofLine: line)
    let end = contentEnd(ofLine: line)
    let from = min(max(offset, start), end)
    let to = min(offset + max(length, 0), end)
    return Place(
      file: file, line: line + 1, column: scalarCount(start..<from) + 1,
      length: to > from ? scalarCount(from..<to) : 1)
  }

  /// A line's text without its line end, or `nil` past the end of the file.
  ///
  /// - Parameter line: The line, from 1.
  package func line(_ line: Int) -> String? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let range = contentStart(ofLine: line - 1)..<contentEnd(ofLine: line - 1)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line's text starts: after the byte order mark, in the first.
  private func contentStart(ofLine line: Int) -> Int {
    line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lineStarts[line]
  }

  private func contentEnd(ofLine line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    let start = contentStart(ofLine: line)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count
  }
}
