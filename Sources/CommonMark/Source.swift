import Diagnostics

/// The Markdown of one body, with its place in a file.
final class Source {
  let bytes: [UInt8]
  let file: String
  /// The number in the file of the first line of `bytes`.
  let firstLine: Int
  /// By how many columns the file's lines are indented that `bytes` has without.
  let indentation: Int
  let features: SourceFeatures
  /// The offset at which each line starts.
  private let lineStarts: [Int]
  /// What each line has.
  private let lineFeatures: [SourceFeatures]

  init(bytes: [UInt8], file: String, firstLine: Int, indentation: Int = 0) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var lines = Lines(bytes)
    if lines.all.contains(.nonASCII), String(validating: bytes, as: UTF8.self) == nil {
      // Broken bytes become U+FFFD, as in libcmark; afterwards 0xFF is free to mark holes.
      self.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      lines = Lines(self.bytes)
    } else {
      self.bytes = bytes
    }
    features = lines.all
    lineStarts = lines.starts
    lineFeatures = lines.features
    self.file = file
    self.firstLine = firstLine
    self.indentation = indentation
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

  /// What lines, from 1, have together; everything where there are no such lines.
  func features(ofLines first: Int, to last: Int) -> SourceFeatures {
    guard first >= 1, first <= last, last <= lineFeatures.count else { return .all }
    var features: SourceFeatures = []
    for line in first...last { features.formUnion(lineFeatures[line - 1]) }
    return features
  }

  /// The place in the file of a line of this text and a byte in it, both from 1.
  func place(line: Int, byteColumn: Int, length: Int = 1) -> Place {
    let column = column(line: line, byte: max(0, byteColumn - 1))
    return Place(file: file, line: firstLine + max(line, 1) - 1, column: column + indentation, length: length)
  }

  /// The byte of a line, from 1, at which the destination of a link that begins before it is written.
  ///
  /// Only the link's neighbourhood is looked through, to keep time linear in long lines.
  func column(ofDestination address: UnsafeBufferPointer<UInt8>, line: Int, from byteColumn: Int) -> Int? {
    guard !address.isEmpty, line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    let limit = min(end, start + byteColumn + Self.linkLength)
    return bytes.withUnsafeBufferPointer { bytes in
      var next = bytes.index(of: UInt8(ascii: "]"), from: start + byteColumn - 1)
      while let bracket = next, bracket + 1 + address.count < limit {
        let first = bracket + 2
        if bytes[bracket + 1] == UInt8(ascii: "("),
          bytes[first..<first + address.count].elementsEqual(address)
        {
          return first - start + 1
        }
        next = bytes.index(of: UInt8(ascii: "]"), from: bracket + 1)
      }
      return nil
    }
  }

  /// The bytes of a link that are looked through for its destination.
  private static let linkLength = 1000

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
}

/// The lines of a text.
private struct Lines {
  private(set) var starts: [Int] = []
  private(set) var features: [SourceFeatures] = []
  /// What they have together.
  private(set) var all: SourceFeatures = []

  init(_ bytes: [UInt8]) {
    starts.reserveCapacity(bytes.count / 32 + 8)
    features.reserveCapacity(bytes.count / 32 + 8)
    all = bytes.withUnsafeBufferPointer { bytes in
      SourceFeatures.scan(bytes) { start, found in
        starts.append(start)
        features.append(found)
      }
    }
  }
}
