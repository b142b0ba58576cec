import Diagnostics

/// The Markdown of one body, with its place in a file.
final class Source {
  let bytes: [UInt8]
  let file: String
  /// The number in the file of the first line of `bytes`.
  let firstLine: Int
  let features: SourceFeatures
  /// The offset at which each line starts, found when first asked for.
  private lazy var lineStarts: [Int] = Self.findLines(in: bytes)

  init(bytes: [UInt8], file: String, firstLine: Int) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    let features = SourceFeatures(of: bytes)
    if features.contains(.nonASCII), String(validating: bytes, as: UTF8.self) == nil {
      // Broken bytes become U+FFFD, as in libcmark; afterwards 0xFF is free to mark holes.
      self.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    } else {
      self.bytes = bytes
    }
    self.features = features
    self.file = file
    self.firstLine = firstLine
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, from 1, without its end; empty outside the text.
  subscript(line: Int) -> ArraySlice<UInt8> {
    guard line >= 1, line <= lineStarts.count else { return [] }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// The place in the file of a line of this text and a byte in it, both from 1.
  func place(line: Int, byteColumn: Int, length: Int = 1) -> Place {
    let column = column(line: line, byte: max(0, byteColumn - 1))
    return Place(file: file, line: firstLine + max(line, 1) - 1, column: column, length: length)
  }

  /// The line whose columns were last asked for, and how many scalars begin before each of its blocks of bytes.
  private var counted: (line: Int, scalars: [Int]) = (0, [])
  private static let blockSize = 256

  /// A column counts scalars, from 1: bytes that continue one do not count. Long lines are counted once.
  private func column(line: Int, byte: Int) -> Int {
    let text = self[line]
    let end = min(byte, text.count)
    guard end > Self.blockSize else { return 1 + Self.scalarCount(text.prefix(end)) }
    if counted.line != line {
      var scalars = [0]
      var start = text.startIndex
      while start + Self.blockSize <= text.endIndex {
        scalars.append((scalars.last ?? 0) + Self.scalarCount(text[start..<start + Self.blockSize]))
        start += Self.blockSize
      }
      counted = (line, scalars)
    }
    let block = end / Self.blockSize
    let rest = text[(text.startIndex + block * Self.blockSize)..<(text.startIndex + end)]
    return 1 + counted.scalars[block] + Self.scalarCount(rest)
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func findLines(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 40 + 2)
    bytes.withUnsafeBufferPointer { bytes in
      // Lone carriage returns end lines too, but hardly any text has one.
      let hasReturns = bytes.index(of: 0x0D) != nil
      guard hasReturns else {
        var next = bytes.index(of: 0x0A)
        while let end = next {
          starts.append(end + 1)
          next = bytes.index(of: 0x0A, from: end + 1)
        }
        return
      }
      for (index, byte) in bytes.enumerated() {
        let isLast = index + 1 == bytes.count
        if byte == 0x0A || byte == 0x0D && (isLast || bytes[index + 1] != 0x0A) { starts.append(index + 1) }
      }
    }
    return starts
  }
}
