extension Typesetter {
  /// What typography needs to know about a language.
  struct Style {
    let language: String
    let marks: QuotationMarks
    let isFrench: Bool
    /// Words that have lost their beginning to an apostrophe, without it.
    let elisions: Set<String>

    init(language: String) {
      self.language = language
      marks = QuotationMarks.of(language)
      isFrench = Self.isFrench(language)
      elisions = Self.elisions[String(language.lowercased().prefix { $0 != "-" })] ?? []
    }

    static func isFrench(_ language: String) -> Bool {
      language.utf8.count >= 2 && language.utf8.prefix(2).elementsEqual("fr".utf8)
        && (language.utf8.count == 2 || language.utf8.dropFirst(2).first == UInt8(ascii: "-"))
    }

    /// Whether a text has anything that typography could change; quick to tell.
    static func mayChange(_ text: UnsafeBufferPointer<UInt8>, isFrench: Bool) -> Bool {
      var before: UInt8 = 0
      for byte in text {
        // Letters, which are most of a text, are told apart first.
        if byte >= 0x40 {
          if isFrench, byte == 0xC2 { return true }
        } else {
          switch byte {
          case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
          case UInt8(ascii: "-") where before == byte, UInt8(ascii: ".") where before == byte: return true
          case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"):
            if isFrench { return true }
          default: break
          }
        }
        before = byte
      }
      return false
    }

    private static let elisions: [String: Set<String>] = [
      "en": [
        "n", "tis", "twas", "twere", "twill", "em", "cause", "til", "till", "round", "bout", "neath",
        "gainst",
        "tween", "nuff",
      ],
      "de": [
        "s", "n", "ne", "nen", "nem", "ner", "rein", "raus", "ran", "rum", "rauf", "runter", "rüber", "nauf",
        "naus", "nunter", "drauf", "drin", "nix",
      ],
      "nl": ["s", "t", "n", "k", "m", "r", "ns"],
      "af": ["n"],
      "it": ["ndrangheta", "sto", "sta", "ste", "sti", "l"],
    ]
  }
}
