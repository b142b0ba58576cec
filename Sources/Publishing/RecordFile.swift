/// A small text file of ours: a title, lines, and a last line from which damage is seen.
///
///     oresund manifest 1
///     page 0123456789abcdef de/index.html
///     end 89abcdef01234567
struct RecordFile: Hashable, Sendable {
  let title: String
  var lines: [String]

  init(title: String, lines: [String]) {
    self.title = title
    self.lines = lines
  }

  /// Reads what ``bytes`` gives; `nil` if it has another title or is damaged.
  init?(title: String, bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard bytes.last == newline, let end = bytes.dropLast().lastIndex(of: newline),
      String(decoding: bytes[(end + 1)...], as: UTF8.self) == Self.end(of: bytes[...end])
    else { return nil }
    var lines = bytes[..<end].split(separator: newline, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == title else { return nil }
    lines.removeFirst()
    self.title = title
    self.lines = lines
  }

  var bytes: [UInt8] {
    var bytes = Array(title.utf8)
    bytes.append(UInt8(ascii: "\n"))
    for line in lines {
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes.append(contentsOf: Self.end(of: bytes[...]).utf8)
    return bytes
  }

  private static func end(of bytes: ArraySlice<UInt8>) -> String {
    "end \(bytes.withUnsafeBytes { ContentHash($0) }.text)\n"
  }
}
