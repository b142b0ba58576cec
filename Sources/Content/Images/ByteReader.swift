/// Reads numbers out of bytes that need not be trusted: what would lie outside of them is an error.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  func hasPrefix(_ prefix: some Sequence<UInt8>) -> Bool { bytes.starts(with: prefix) }

  /// Whether ASCII text stands at an offset.
  func has(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset <= count else { return false }
    return bytes.dropFirst(offset).starts(with: text.utf8)
  }

  /// Whether ASCII text stands anywhere.
  func contains(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: text.utf8) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// The bytes from an offset up to another one.
  func part(from start: Int, to end: Int) throws(ImageMistake) -> ByteReader {
    guard start >= 0, start <= end, end <= count else { throw .truncated }
    return ByteReader(bytes.dropFirst(start).prefix(end - start))
  }

  func byte(_ offset: Int) throws(ImageMistake) -> Int {
    guard offset >= 0, offset < count else { throw .truncated }
    return Int(bytes[bytes.startIndex + offset])
  }

  /// A number of up to four bytes whose first is the highest.
  func big(_ offset: Int, length: Int) throws(ImageMistake) -> Int {
    var number = 0
    for index in 0..<length { number = number << 8 | (try byte(offset + index)) }
    return number
  }

  /// A number of up to four bytes whose first is the lowest.
  func little(_ offset: Int, length: Int) throws(ImageMistake) -> Int {
    var number = 0
    for index in (0..<length).reversed() { number = number << 8 | (try byte(offset + index)) }
    return number
  }
}
