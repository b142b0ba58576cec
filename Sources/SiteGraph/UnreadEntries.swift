import Content

/// The entries that have files but could not be read: what refers to them is not wrong for that.
struct UnreadEntries: Sendable {
  /// Keys, and keys without their dates, by section.
  private var names: [String: Set<String>] = [:]
  private var keys: [String: Set<String>] = [:]
  private let sections: [String: String]

  init(content: ContentTree) {
    sections = Dictionary(
      content.kinds.map { ($0.name, $0.section) }, uniquingKeysWith: { first, _ in first })
    for file in content.unread {
      keys[file.section, default: []].insert(file.key)
      names[file.section, default: []].formUnion([file.key, file.name])
    }
  }

  /// Whether a reference to one of the kinds may mean one of them.
  func mayBeMeant(by name: String, kinds: [String]) -> Bool {
    kinds.contains { kind in sections[kind].flatMap { names[$0]?.contains(name) } ?? false }
  }

  /// Whether there is one with an identifier, `section/key`.
  func contains(section: some StringProtocol, key: some StringProtocol) -> Bool {
    keys[String(section)]?.contains(String(key)) ?? false
  }
}
