/// A line that begins or ends a passage in another language: `::: {lang=en}` and `:::`.
enum LanguageFence: Equatable {
  case opening(tag: String)
  case closing

  init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    let rest = TableRow.trim(text.dropFirst(colons))
    if rest.isEmpty {
      self = .closing
    } else if let (tag, end) = LanguageAttribute.read(rest), end == rest.endIndex {
      self = .opening(tag: tag)
    } else {
      return nil
    }
  }
}
