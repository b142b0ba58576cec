/// Checks of a template's bytes.
enum Encoding {
  /// The offset of the first byte that is not UTF-8.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var low = 0
    var high = bytes.count
    // The longest valid prefix, found by halving; a scalar cut in two is not valid either.
    while low < high {
      let middle = (low + high + 1) / 2
      if isValidPrefix(bytes[..<middle]) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func isValidPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    for dropped in 0...min(3, bytes.count)
    where String(validating: bytes.dropLast(dropped), as: UTF8.self) != nil {
      return true
    }
    return bytes.isEmpty
  }
}
