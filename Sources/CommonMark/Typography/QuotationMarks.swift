/// How a language writes quotation marks.
///
/// The marks are those of the Unicode CLDR (delimiters), for the languages of Europe and some more; a language
/// that is not listed writes as English does.
struct QuotationMarks: Hashable, Sendable {
  struct Pair: Hashable, Sendable {
    let open: String
    let close: String
  }

  /// Around a quotation: for `"`.
  let outer: Pair
  /// Around a quotation within a quotation: for `'` in `"`.
  let inner: Pair
  /// For `'` that is not within a quotation.
  let single: Pair
  /// Between the outer marks and the text: a narrow no-break space in French.
  let space: String

  init(_ outer: String, _ inner: String, single: String? = nil, space: String = "") {
    func pair(_ marks: String) -> Pair {
      Pair(open: String(marks.prefix(1)) + space, close: space + String(marks.suffix(1)))
    }
    self.outer = pair(outer)
    self.inner = Pair(open: String(inner.prefix(1)), close: String(inner.suffix(1)))
    let alone = single ?? inner
    self.single = Pair(open: String(alone.prefix(1)), close: String(alone.suffix(1)))
    self.space = space
  }

  /// The marks of a language, by its BCP 47 tag.
  static func of(_ language: String) -> QuotationMarks {
    let tag = language.lowercased()
    if let marks = table[tag] { return marks }
    return table[String(tag.prefix { $0 != "-" })] ?? english
  }

  static let english = QuotationMarks("“”", "‘’")

  private static let table: [String: QuotationMarks] = {
    let groups: [(String, QuotationMarks)] = [
      ("de bg bs-cyrl cs dsb et hr hsb is lb lt mk sk sl", QuotationMarks("„“", "‚‘")),
      ("fr", QuotationMarks("«»", "“”", space: "\u{202F}")),
      ("fr-ch", QuotationMarks("«»", "‹›", space: "\u{202F}")),
      ("rm gsw", QuotationMarks("«»", "‹›")),
      ("fr-ca", QuotationMarks("«»", "“”", space: "\u{A0}")),
      ("sv fi", QuotationMarks("””", "’’")),
      ("nb no nn", QuotationMarks("«»", "‘’")),
      // Dutch quotes with single marks; a word alone in them keeps them.
      ("nl", QuotationMarks("‘’", "“”", single: "‘’")),
      ("it pt-pt el sq ca eu br kk", QuotationMarks("«»", "“”", single: "‘’")),
      ("pl ro", QuotationMarks("„”", "«»", single: "‚’")),
      ("hu", QuotationMarks("„”", "»«", single: "‚’")),
      ("ru uk be", QuotationMarks("«»", "„“", single: "‘’")),
      ("sr", QuotationMarks("„”", "’’")),
      ("bs", QuotationMarks("„”", "‘’")),
      ("ka", QuotationMarks("„“", "«»", single: "‚‘")),
      ("ja zh-hant", QuotationMarks("「」", "『』")),
    ]
    var table: [String: QuotationMarks] = [:]
    for (languages, marks) in groups {
      for language in languages.split(separator: " ") { table[String(language)] = marks }
    }
    return table
  }()
}
