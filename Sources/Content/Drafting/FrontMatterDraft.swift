/// Front matter that is being laid out, line by line, with comments beside the values.
struct FrontMatterDraft {
  /// The column in which comments begin, from 0, where the line is not longer.
  private static let commentColumn = 32

  private(set) var text = "---\n"

  /// A line with a field.
  ///
  /// - Parameters:
  ///   - isComment: Whether the field is only shown, for whoever needs it.
  mutating func add(_ line: String, comment: String = "", isComment: Bool = false) {
    let line = (isComment ? "# " : "") + line
    let gap = max(1, Self.commentColumn - line.unicodeScalars.count)
    text += comment.isEmpty ? line + "\n" : "\(line)\(String(repeating: " ", count: gap))# \(comment)\n"
  }

  /// Lines that are for the reader alone.
  mutating func remark(_ lines: [some StringProtocol]) {
    for line in lines { text += line.isEmpty ? "#\n" : "# \(line)\n" }
  }

  /// A field without a value, with its parts where it has some.
  mutating func add(_ field: FieldDeclaration, hint: FieldHint, isComment: Bool) {
    let comment = hint.text(for: field)
    switch field.type {
    case .record(let parts):
      add("\(field.name):", comment: comment, isComment: isComment)
      for part in parts {
        add("  \(part.name):", comment: hint.text(for: part), isComment: isComment)
      }
    case .place:
      add("\(field.name): { lat: , lon: }", comment: comment, isComment: isComment)
    case .list(.record(let parts)):
      add("\(field.name):", comment: comment, isComment: isComment)
      for (number, part) in parts.enumerated() {
        let start = number == 0 ? "  - " : "    "
        add("\(start)\(part.name):", comment: hint.text(for: part), isComment: isComment)
      }
    case .list: add("\(field.name): []", comment: comment, isComment: isComment)
    default: add("\(field.name):", comment: comment, isComment: isComment)
    }
  }

  /// Ends the front matter.
  mutating func close() { text += "---\n\n" }
}
