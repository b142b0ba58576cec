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
  /// `-`: dashes and tables.
  static let hyphen = SourceFeatures(rawValue: 1 << 9)
  static let period = SourceFeatures(rawValue: 1 << 10)
  /// `<`: raw HTML, automatic links.
  static let angle = SourceFeatures(rawValue: 1 << 11)
  static let backslash = SourceFeatures(rawValue: 1 << 12)
  /// `&`: entities.
  static let ampersand = SourceFeatures(rawValue: 1 << 13)
  static let greater = SourceFeatures(rawValue: 1 << 14)
  static let exclamation = SourceFeatures(rawValue: 1 << 15)
  /// `w`, with which `www.` begins.
  static let letterW = SourceFeatures(rawValue: 1 << 16)
  /// `;`, `?`: what has a space before it in French, beside the colon and the exclamation mark.
  static let highPunctuation = SourceFeatures(rawValue: 1 << 17)
  /// `::`, as in a line of colons.
  static let doubleColon = SourceFeatures(rawValue: 1 << 18)
  /// `:-` or `-:`, as in a table's delimiter row.
  static let colonAndHyphen = SourceFeatures(rawValue: 1 << 19)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  init(of bytes: [UInt8]) {
    var found: UInt32 = 0
    Self.table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        var last: UInt8 = 0
        for byte in bytes {
          found |= table[Int(byte)]
          if byte == UInt8(ascii: ":"), last == byte {
            found |= Self.doubleColon.rawValue
          } else if byte == UInt8(ascii: "-") && last == UInt8(ascii: ":")
            || byte == UInt8(ascii: ":") && last == UInt8(ascii: "-")
          {
            found |= Self.colonAndHyphen.rawValue
          }
          last = byte
        }
      }
    }
    rawValue = found
  }

  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 256)
    for byte in 0x80...0xFF { table[byte] = SourceFeatures.nonASCII.rawValue }
    let signs: [(Unicode.Scalar, SourceFeatures)] = [
      ("|", .pipe), (":", .colon), ("~", .tilde), ("[", .bracket), ("^", .caret),
      ("{", .brace), ("@", .at), ("\"", .quote), ("'", .quote), ("-", .hyphen), (".", .period),
      ("<", .angle), ("\\", .backslash), ("&", .ampersand), (">", .greater), ("!", .exclamation),
      ("w", .letterW), (";", .highPunctuation), ("?", .highPunctuation),
    ]
    for (sign, feature) in signs { table[Int(sign.value)] |= feature.rawValue }
    return table
  }()
}
