/// A number that tells a file's bytes from other bytes that it might have by accident; not made to
/// withstand anybody who wants two files to have the same one.
struct ContentHash: Hashable, Sendable {
  private let value: UInt64

  init(_ bytes: UnsafeRawBufferPointer) {
    // Folded multiplication, eight bytes at a time, in the manner of wyhash.
    var state = Self.mixed(0x9E37_79B9_7F4A_7C15, UInt64(truncatingIfNeeded: bytes.count) | 1 << 63)
    var offset = 0
    while bytes.count - offset >= 8 {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state = Self.mixed(state ^ word, 0xD6E8_FEB8_6659_FD93) &+ word
      offset += 8
    }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    value = Self.mixed(state ^ rest, 0xA076_1D64_78BD_642F)
  }

  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash($0) }
  }

  /// Reads what ``text`` gives.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.first?.isHexDigit == true, let value = UInt64(text, radix: 16) else {
      return nil
    }
    self.value = value
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
