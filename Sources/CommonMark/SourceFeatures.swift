/// What the bytes of a text or a line say about the features it can use, so that a pass that has nothing to do
/// costs nothing.
struct SourceFeatures: OptionSet {
  let rawValue: UInt32

  /// Bytes above 0x7F.
  static let nonASCII = SourceFeatures(rawValue: 1 << 0)
  static let pipe = SourceFeatures(rawValue: 1 << 1)
  static let colon = SourceFeatures(rawValue: 1 << 2)
  static let tilde = SourceFeatures(rawValue: 1 << 3)
  /// `[`: links, spans.
  static let bracket = SourceFeatures(rawValue: 1 << 4)
  /// `[^`: footnotes.
  static let footnote = SourceFeatures(rawValue: 1 << 5)
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
  /// `[!`: notes.
  static let note = SourceFeatures(rawValue: 1 << 14)
  /// `![`: images.
  static let image = SourceFeatures(rawValue: 1 << 15)
  /// `:/` or `www.`, as in addresses.
  static let address = SourceFeatures(rawValue: 1 << 16)
  /// What French sets apart: `!`, `?`, `:`, `;` and perhaps guillemets.
  static let highPunctuation = SourceFeatures(rawValue: 1 << 17)
  /// `::`, as in a line of colons.
  static let doubleColon = SourceFeatures(rawValue: 1 << 18)
  /// `:-` or `-:`, as in a table's delimiter row.
  static let colonAndHyphen = SourceFeatures(rawValue: 1 << 19)
  /// `[ ]` or `[x]`: task lists.
  static let box = SourceFeatures(rawValue: 1 << 20)
  /// A byte whose neighbours tell more.
  private static let isPart = SourceFeatures(rawValue: 1 << 30)
  /// A byte that ends a line.
  private static let lineEnd = SourceFeatures(rawValue: 1 << 31)

  /// Everything: for what is not known.
  static let all = SourceFeatures(rawValue: (1 << 30) - 1)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Looks at every byte of a text once.
  ///
  /// - Parameter line: Is called for each line with where it starts and what it has.
  /// - Returns: What the whole text has.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, line: (_ start: Int, _ features: SourceFeatures) -> Void
  ) -> SourceFeatures {
    var all: SourceFeatures = []
    var features: SourceFeatures = []
    var start = 0
    table.withUnsafeBufferPointer { table in
      for index in bytes.indices {
        let found = table[Int(bytes[index])]
        features.formUnion(found)
        // Most of a text are letters, digits and spaces.
        if found.isDisjoint(with: [.isPart, .lineEnd]) { continue }
        if found.contains(.isPart) {
          features.formUnion(together(bytes, index))
        } else {
          if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
          line(start, features)
          all.formUnion(features)
          features = []
          start = index + 1
        }
      }
    }
    line(start, features)
    return all.union(features)
  }

  /// What a byte means together with those beside it.
  private static func together(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> SourceFeatures {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (byte, next) {
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): return .doubleColon
    case (UInt8(ascii: ":"), UInt8(ascii: "-")), (UInt8(ascii: "-"), UInt8(ascii: ":")):
      return .colonAndHyphen
    case (UInt8(ascii: ":"), UInt8(ascii: "/")): return .address
    case (UInt8(ascii: "-"), UInt8(ascii: "-")): return .dash
    case (UInt8(ascii: "."), UInt8(ascii: ".")):
      return isAfterWWW(bytes, index) ? [.ellipsis, .address] : .ellipsis
    case (UInt8(ascii: "."), _) where isAfterWWW(bytes, index): return .address
    case (UInt8(ascii: "!"), UInt8(ascii: "[")): return .image
    case (UInt8(ascii: "["), UInt8(ascii: "^")): return .footnote
    case (UInt8(ascii: "["), UInt8(ascii: "!")): return .note
    case (UInt8(ascii: "["), _) where index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "]"):
      return .box
    // What an entity stands for may be a mark.
    case (UInt8(ascii: "&"), UInt8(ascii: "#")), (UInt8(ascii: "&"), UInt8(ascii: "a")...UInt8(ascii: "z")):
      return .quote
    default: return []
    }
  }

  private static func isAfterWWW(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let letter = UInt8(ascii: "w")
    return index >= 3 && bytes[index - 1] == letter && bytes[index - 2] == letter
      && bytes[index - 3] == letter
  }

  /// What each byte means by itself.
  private static let table: [SourceFeatures] = {
    var table = [SourceFeatures](repeating: [], count: 256)
    let signs: [(UInt8, SourceFeatures)] = [
      (UInt8(ascii: "|"), .pipe), (UInt8(ascii: ":"), [.colon, .highPunctuation, .isPart]),
      (UInt8(ascii: "~"), .tilde), (UInt8(ascii: "["), [.bracket, .isPart]), (UInt8(ascii: "{"), .brace),
      (UInt8(ascii: "@"), .at), (UInt8(ascii: "\""), .quote), (UInt8(ascii: "'"), .quote),
      (UInt8(ascii: "-"), [.hyphen, .isPart]), (UInt8(ascii: "<"), .angle), (UInt8(ascii: "\\"), .backslash),
      (UInt8(ascii: "!"), [.highPunctuation, .isPart]), (UInt8(ascii: ";"), .highPunctuation),
      (UInt8(ascii: "?"), .highPunctuation), (UInt8(ascii: "."), .isPart), (UInt8(ascii: "&"), .isPart),
      (0x0A, .lineEnd), (0x0D, .lineEnd),
    ]
    for (sign, features) in signs { table[Int(sign)] = features }
    for byte in 0x80..<0x100 { table[byte] = .nonASCII }
    table[0xC2] = [.nonASCII, .highPunctuation]
    return table
  }()
}
