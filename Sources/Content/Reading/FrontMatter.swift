import Diagnostics

/// The two parts of a content file: YAML between two lines that are exactly `---`, and the Markdown after it.
struct FrontMatter {
  /// The YAML, from the file's second line.
  let yaml: ArraySlice<UInt8>
  /// The Markdown.
  let body: ArraySlice<UInt8>
  /// The line of the file at which the body begins, from 1.
  let bodyLine: Int

  /// Splits a file.
  static func split(_ bytes: [UInt8], file: String) -> Result<FrontMatter, FrontMatterFailure> {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if !bytes[start...].contains(where: { $0 > 0x20 }) {
      return .failure(FrontMatterFailure(.empty, at: Place(file: file)))
    }
    let first = line(in: bytes, at: start)
    guard isFence(bytes[first.text]) else {
      let length = String(decoding: bytes[first.text], as: UTF8.self).unicodeScalars.count
      return .failure(
        FrontMatterFailure(
          .noFrontMatter(nearMiss(in: bytes, from: start)), at: Place(file: file, length: length)))
    }
    var next = first.next
    var number = 2
    var nearMiss: String?
    while next < bytes.count {
      let line = line(in: bytes, at: next)
      if isFence(bytes[line.text]) {
        return .success(
          FrontMatter(
            yaml: bytes[first.next..<next], body: bytes[line.next...], bodyLine: number + 1))
      }
      if nearMiss == nil, let found = almostFence(bytes[line.text]) { nearMiss = found }
      next = line.next
      number += 1
    }
    return .failure(
      FrontMatterFailure(.unclosedFrontMatter(found: nearMiss), at: Place(file: file, length: 3)))
  }

  /// The text of the line that begins at an offset, and where the next one begins.
  private static func line(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var next = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
    return (start..<end, next)
  }

  /// What is there instead of the first `---`.
  private static func nearMiss(in bytes: [UInt8], from start: Int) -> SourceProblem.NearMiss {
    var line = line(in: bytes, at: start)
    if let found = almostFence(bytes[line.text]) { return .line(found) }
    while line.next < bytes.count, !bytes[line.text].contains(where: { $0 > 0x20 }) {
      line = Self.line(in: bytes, at: line.next)
    }
    return line.text.lowerBound > start && isFence(bytes[line.text]) ? .blankLines : .text
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.count == 3 && line.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// A line that was probably meant to end the front matter: blanks after it, or dashes that a word
  /// processor joined.
  private static func almostFence(_ line: ArraySlice<UInt8>) -> String? {
    guard let first = line.first, first == UInt8(ascii: "-") || first == 0xE2 || first == 0x20 else {
      return nil
    }
    let text = String(decoding: line, as: UTF8.self)
    let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "―", " ", "\t", "\u{A0}"]
    let count = text.unicodeScalars.count { $0 != " " && $0 != "\t" && $0 != "\u{A0}" }
    guard text.unicodeScalars.allSatisfy(dashes.contains), count <= 8 else { return nil }
    return count >= 2 || text.unicodeScalars.contains { $0 == "—" || $0 == "―" } ? text : nil
  }
}
