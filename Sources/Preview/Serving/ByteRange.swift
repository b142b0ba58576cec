/// The part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Hashable {
  /// The whole file: no part is asked for, or several, or in a form that is not understood.
  case whole
  case part(Range<Int>)
  /// A part that the file does not have.
  case unsatisfiable

  /// - Parameters:
  ///   - header: `Range`, such as `bytes=0-99`, `bytes=100-`, `bytes=-100`.
  ///   - size: The file's size in bytes.
  init(_ header: String?, size: Int) {
    guard let header, header.lowercased().hasPrefix("bytes=") else {
      self = .whole
      return
    }
    let parts = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.trimmingBlanks }
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      self = .whole
      return
    }
    switch (parts[0].isEmpty, parts[1].isEmpty) {
    case (true, true): self = .whole
    case (true, false):
      // A number too large for `Int` asks for the whole file.
      let count = min(Int(parts[1]) ?? .max, size)
      self = count == 0 ? .unsatisfiable : .part(size - count..<size)
    case (false, _):
      guard let first = Int(parts[0]), first < size else {
        self = .unsatisfiable
        return
      }
      let last = parts[1].isEmpty ? size - 1 : min(Int(parts[1]) ?? .max, size - 1)
      self = last < first ? .whole : .part(first..<last + 1)
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
  /// The text without blanks and tabs at its ends.
  var trimmingBlanks: Substring {
    let text = drop { $0 == " " || $0 == "\t" }
    let end = text.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { text[...$0] } ?? ""
  }
}
