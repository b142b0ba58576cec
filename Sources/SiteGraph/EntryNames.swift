import Diagnostics

/// Finds what was meant by a name that no entry has.
enum EntryNames {
  /// The nearest of the known names: a text may be the path of an entry’s file (`../clusters/oslo.en.md`), or
  /// have a date that is another one or none in the file’s name.
  ///
  /// - Parameter known: Names with and without date.
  static func nearest(to text: String, in known: [String]) -> String? {
    let forms = forms(of: text)
    let names = Set(known)
    return forms.first(where: names.contains)
      ?? forms.lazy.compactMap { Suggestion.nearest(to: $0, in: known) }.first
  }

  /// A text, and what is left of it without what does not belong to a name.
  private static func forms(of text: String) -> [String] {
    var forms = [text]
    var name = text.split(separator: "/").last.map(String.init) ?? text
    if name.hasSuffix(".md") {
      name = String(name.dropLast(".md".count))
      forms.append(name)
      if let dot = name.lastIndex(of: ".") { forms.append(String(name[..<dot])) }
    }
    return forms + forms.compactMap { withoutDate($0) }
  }

  /// `2010-10-01-first-meeting` → `first-meeting`; `nil` where there is no date.
  static func withoutDate(_ name: String) -> String? {
    guard let match = name.prefixMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}-(?=.)/) else { return nil }
    return String(name[match.range.upperBound...])
  }
}
