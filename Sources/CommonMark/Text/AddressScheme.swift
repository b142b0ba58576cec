/// The schemes of addresses that can run code in the reader's browser or read the reader's disk.
enum AddressScheme {
  /// The scheme of a dangerous address, in lower case, or `nil` where the address is harmless.
  ///
  /// What browsers skip (white space and control characters) is skipped here too. Images in `data:` addresses
  /// are harmless in the formats that cannot hold scripts.
  static func dangerous(_ address: some Collection<UInt8>) -> String? {
    var scheme: [UInt8] = []
    var rest = address.lazy.filter { $0 > 0x20 && $0 != 0x7F }.makeIterator()
    while let byte = rest.next() {
      if byte == UInt8(ascii: ":") {
        let name = String(decoding: scheme, as: UTF8.self)
        switch name {
        case "javascript", "vbscript", "file": return name
        case "data": return isImage(rest) ? nil : name
        default: return nil
        }
      }
      guard scheme.count < 10 else { return nil }
      scheme.append(byte | (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? 0x20 : 0))
    }
    return nil
  }

  private static func isImage(_ type: some IteratorProtocol<UInt8>) -> Bool {
    var type = type
    var head: [UInt8] = []
    while head.count < 11, let byte = type.next() { head.append(byte) }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { text.hasPrefix($0) }
  }
}
