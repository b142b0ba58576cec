/// The path of a request, decoded, in a form in which nothing can lead out of the site.
struct RequestPath: Hashable, Sendable {
  /// Without a slash at the beginning: `de/nachrichten/`; empty for the root.
  let path: String
  /// What follows the `?`, with it; empty where there is nothing.
  let query: String

  /// Reads a request's target (RFC 9112, section 3.2).
  ///
  /// - Returns: `nil` for what no browser sends of its own accord: broken escapes, escaped slashes, backslashes,
  ///   control characters, `.` and `..`.
  init?(target: String) {
    var target = target[...]
    for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
      target = target.dropFirst(scheme.count).drop { $0 != "/" }
    }
    guard target.utf8.first == UInt8(ascii: "/") else { return nil }
    target = target.prefix { $0 != "#" }
    let path = target.prefix { $0 != "?" }
    query = String(target.dropFirst(path.count))
    var segments: [String] = []
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = Self.decode(segment) else { return nil }
      segments.append(decoded)
    }
    // `//evil.example/` must not become a redirect to another host.
    guard !segments.dropLast().contains(""), !segments.contains(".."), !segments.contains(".") else {
      return nil
    }
    self.path = segments.joined(separator: "/")
  }

  private static func decode(_ segment: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = segment.utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    guard
      !bytes.contains(where: {
        $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
      })
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// A decoded path as it stands in an address.
  static func encode(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber)
      if isPlain || "-._~/!$&'()*+,;=:@".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
