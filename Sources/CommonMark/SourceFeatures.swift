/// What a text's bytes say about the features it can use, so that a pass that has nothing to do costs nothing.
struct SourceFeatures: OptionSet {
  let rawValue: UInt32

  /// Bytes above 0x7F.
  static let nonASCII = SourceFeatures(rawValue: 1 << 0)
  static let pipe = SourceFeatures(rawValue: 1 << 1)
  static let colon = SourceFeatures(rawValue: 1 << 2)
  static let tilde = SourceFeatures(rawValue: 1 << 3)
  /// `[`: links, task lists, footnotes, spans, notes.
  static let bracket = SourceFeatures(rawValue: 1 << 4)
  /// `^`, which a footnote has.
  static let caret = SourceFeatures(rawValue: 1 << 5)
  /// `{`: spans, blocks in another language, headings' own ids.
  static let brace = SourceFeatures(rawValue: 1 << 6)
  static let at = SourceFeatures(rawValue: 1 << 7)
  /// A quotation mark or apostrophe.
  static let quote = SourceFeatures(rawValue: 1 << 8)
  /// `-`, which tables have.
  static let hyphen = SourceFeatures(rawValue: 1 << 9)
  /// `--`.
  static let dash = SourceFeatures(rawValue: 1 << 10)
  /// `<`: raw HTML, automatic links.
  static let angle = SourceFeatures(rawValue: 1 << 11)
  static let backslash = SourceFeatures(rawValue: 1 << 12)
  /// `..`.
  static let ellipsis = SourceFeatures(rawValue: 1 << 13)
  static let greater = SourceFeatures(rawValue: 1 << 14)
  static let exclamation = SourceFeatures(rawValue: 1 << 15)
  /// `:/` or `ww`, as in addresses.
  static let address = SourceFeatures(rawValue: 1 << 16)
  /// What French sets apart: `!`, `?`, `:`, `;` and perhaps guillemets.
  static let highPunctuation = SourceFeatures(rawValue: 1 << 17)
  /// `::`, as in a line of colons.
  static let doubleColon = SourceFeatures(rawValue: 1 << 18)
  /// `:-` or `-:`, as in a table's delimiter row.
  static let colonAndHyphen = SourceFeatures(rawValue: 1 << 19)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: 512) { seen in
        Self.look(at: bytes, seen: seen)
      }
    }
  }

  /// - Parameter seen: Room for which bytes occur, and after them for which occur twice in a row.
  private static func look(
    at bytes: UnsafeBufferPointer<UInt8>, seen: UnsafeMutableBufferPointer<Bool>
  ) -> SourceFeatures {
    seen.initialize(repeating: false)
    var last: UInt8 = 0
    for byte in bytes {
      seen[Int(byte)] = true
      if byte == last { seen[256 | Int(byte)] = true }
      last = byte
    }
    var features: SourceFeatures = []
    for (sign, feature) in single where seen[Int(sign)] { features.formUnion(feature) }
    for (sign, feature) in double where seen[256 | Int(sign)] { features.formUnion(feature) }
    if seen[128..<256].contains(true) { features.formUnion(.nonASCII) }
    if features.contains(.colon) { features.formUnion(aroundColons(in: bytes)) }
    return features
  }

  private static func aroundColons(in bytes: UnsafeBufferPointer<UInt8>) -> SourceFeatures {
    var features: SourceFeatures = []
    var next = bytes.index(of: UInt8(ascii: ":"))
    while let colon = next {
      let after = colon + 1 < bytes.count ? bytes[colon + 1] : 0
      if after == UInt8(ascii: "-") || colon > 0 && bytes[colon - 1] == UInt8(ascii: "-") {
        features.formUnion(.colonAndHyphen)
      }
      if after == UInt8(ascii: "/") { features.formUnion(.address) }
      next = bytes.index(of: UInt8(ascii: ":"), from: colon + 1)
    }
    return features
  }

  private static let single: [(UInt8, SourceFeatures)] = [
    (UInt8(ascii: "|"), .pipe), (UInt8(ascii: ":"), .colon), (UInt8(ascii: "~"), .tilde),
    (UInt8(ascii: "["), .bracket), (UInt8(ascii: "^"), .caret), (UInt8(ascii: "{"), .brace),
    (UInt8(ascii: "@"), .at), (UInt8(ascii: "\""), .quote), (UInt8(ascii: "'"), .quote),
    (UInt8(ascii: "-"), .hyphen), (UInt8(ascii: "<"), .angle), (UInt8(ascii: "\\"), .backslash),
    (UInt8(ascii: ">"), .greater), (UInt8(ascii: "!"), [.exclamation, .highPunctuation]),
    (UInt8(ascii: ";"), .highPunctuation), (UInt8(ascii: "?"), .highPunctuation),
    (UInt8(ascii: ":"), .highPunctuation), (0xC2, .highPunctuation),
  ]
  private static let double: [(UInt8, SourceFeatures)] = [
    (UInt8(ascii: ":"), .doubleColon), (UInt8(ascii: "-"), .dash), (UInt8(ascii: "."), .ellipsis),
    (UInt8(ascii: "w"), .address),
  ]
}
