/// Hands out ids that are unique in a text: a second “Aims” gets `aims-2`.
struct HeadingIDs {
  /// Ids that headings set themselves, wherever in the text.
  private var reserved: Set<String> = []
  private var used: Set<String> = []
  /// The number to try next for a name that has been used, so that many equal headings stay cheap.
  private var nextNumber: [String: Int] = [:]

  /// Keeps a heading's own id free for it.
  mutating func reserve(_ id: String) {
    reserved.insert(id)
  }

  /// Whether an id has the form of a footnote's or of a reference to one.
  static func isFootnote(_ id: String) -> Bool { id.hasPrefix("fn-") || id.hasPrefix("fnref-") }

  func isUsed(_ id: String) -> Bool { used.contains(id) }

  /// The id for a heading: the wanted one, else that with the first free number.
  mutating func next(_ wanted: String, isOwn: Bool) -> String {
    let name = wanted.isEmpty ? "section" : Self.isFootnote(wanted) ? "section-\(wanted)" : wanted
    if !used.contains(name), isOwn || !reserved.contains(name) {
      used.insert(name)
      return name
    }
    var number = nextNumber[name, default: 2]
    var id = "\(name)-\(number)"
    while used.contains(id) || reserved.contains(id) {
      number += 1
      id = "\(name)-\(number)"
    }
    nextNumber[name] = number + 1
    used.insert(id)
    return id
  }
}
