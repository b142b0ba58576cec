/// `{lang=en}`: the language of a passage.
enum LanguageAttribute {
  /// Reads the attribute that a text begins with: the language tag as written, and the index after it. The tag
  /// may be quoted.
  static func read(_ text: ArraySlice<UInt8>) -> (tag: String, end: Int)? {
    var rest = text
    guard take("{", from: &rest) else { return nil }
    skipSpace(&rest)
    guard take("lang=", from: &rest) else { return nil }
    let isQuoted = take("\"", from: &rest)
    let tag = rest.prefix { $0 > 0x20 && !"{}\"'<>&=".utf8.contains($0) }
    rest = rest[tag.endIndex...]
    if isQuoted, !take("\"", from: &rest) { return nil }
    skipSpace(&rest)
    guard !tag.isEmpty, tag.count <= 40, take("}", from: &rest) else { return nil }
    return (String(decoding: tag, as: UTF8.self), rest.startIndex)
  }

  private static func take(_ mark: String, from text: inout ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: mark.utf8) else { return false }
    text = text.dropFirst(mark.utf8.count)
    return true
  }

  private static func skipSpace(_ text: inout ArraySlice<UInt8>) {
    text = text.drop { $0 == 0x20 || $0 == 0x09 }
  }
}
