/// Whether a line begins a block, wherever it stands: what ends a table.
enum BlockStart {
  /// - Parameter line: What follows the containers' marks and at most three columns of white space.
  static func isBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "#"):
      let level = line.prefix { $0 == first }.count
      return level <= 6 && isSpaceOrEnd(line.dropFirst(level))
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let run = line.prefix { $0 == first }.count
      return run >= 3 && (first == UInt8(ascii: "~") || !line.dropFirst(run).contains(first))
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isSpaceOrEnd(line.dropFirst()) || isThematicBreak(line, of: first)
    case UInt8(ascii: "_"): return isThematicBreak(line, of: first)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      let rest = line.dropFirst(digits)
      return digits <= 9 && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
        && isSpaceOrEnd(rest.dropFirst())
    case UInt8(ascii: "<"): return isHTML(line)
    default: return false
    }
  }

  private static func isSpaceOrEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  private static func isThematicBreak(_ line: ArraySlice<UInt8>, of sign: UInt8) -> Bool {
    guard sign != UInt8(ascii: "+") else { return false }
    var count = 0
    for byte in line {
      if byte == sign { count += 1 } else if byte != 0x20, byte != 0x09 { return false }
    }
    return count >= 3
  }

  /// A line that is one whole tag, as the seventh kind of HTML block; the others end paragraphs already.
  private static func isHTML(_ line: ArraySlice<UInt8>) -> Bool {
    var name = line.dropFirst()
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    guard let letter = name.first, letter | 0x20 >= UInt8(ascii: "a"), letter | 0x20 <= UInt8(ascii: "z")
    else {
      return false
    }
    var quote: UInt8?
    for (offset, byte) in zip(name.indices, name) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return name[(offset + 1)...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@") {
        return false
      }
    }
    return false
  }
}
