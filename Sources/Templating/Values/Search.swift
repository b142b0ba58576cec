/// Finding bytes in bytes, in linear time whatever is sought.
enum Search {
  static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    firstIndex(of: part[...], in: bytes[...]) != nil
  }

  static func firstIndex(of part: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= part.count else { return nil }
    let offset = bytes.withUnsafeBufferPointer { bytes in
      part.withUnsafeBufferPointer { part in
        part.count <= 16 ? directly(part, bytes) : withTable(part, bytes)
      }
    }
    return offset.map { bytes.startIndex + $0 }
  }

  /// For short parts: compares at each place where the first byte stands.
  private static func directly(
    _ part: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = part.first else { return 0 }
    var start = 0
    let last = bytes.count &- part.count
    while start <= last {
      if bytes[start] == first {
        var length = 1
        while length < part.count, bytes[start &+ length] == part[length] { length &+= 1 }
        if length == part.count { return start }
      }
      start &+= 1
    }
    return nil
  }

  /// As Knuth, Morris and Pratt do it: no byte is looked at again.
  private static func withTable(
    _ part: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    // For each length, how much of the beginning is also the end.
    var borders = [0]
    borders.reserveCapacity(part.count)
    var border = 0
    for index in 1..<part.count {
      while border > 0, part[index] != part[border] { border = borders[border - 1] }
      if part[index] == part[border] { border += 1 }
      borders.append(border)
    }
    var matched = 0
    for index in 0..<bytes.count {
      while matched > 0, bytes[index] != part[matched] { matched = borders[matched - 1] }
      if bytes[index] == part[matched] { matched += 1 }
      if matched == part.count { return index + 1 - matched }
    }
    return nil
  }
}
