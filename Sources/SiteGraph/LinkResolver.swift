import Content
import Diagnostics

/// Finds what links in the content lead to. Links are written as paths to files, as editors see them:
/// `../clusters/x.en.md`, with or without language, or `photo.jpg` beside an entry.
struct LinkResolver: Sendable {
  private let languages: Set<String>
  /// Numbers in ``Site/entries`` by `section/key`; `nil` for hidden entries.
  private let entries: [String: Int?]
  /// The attachments' names by `section/key`.
  private let attachments: [String: Set<String>]
  private let staticFiles: Set<String>
  private let unread: UnreadEntries

  init(content: ContentTree, index: EntryIndex, unread: UnreadEntries) {
    self.unread = unread
    languages = Set(content.configuration.languages.map(\.tag))
    staticFiles = Set(content.staticFiles)
    var entries: [String: Int?] = [:]
    var attachments: [String: Set<String>] = [:]
    for (entry, visible) in zip(index.entries, index.visible) {
      entries[entry.identifier] = .some(visible)
      if !entry.attachments.isEmpty { attachments[entry.identifier] = Set(entry.attachments.map(\.name)) }
    }
    self.entries = entries
    self.attachments = attachments
  }

  /// The target of a destination written in a file of the content.
  func target(of destination: String, in file: EntryFile) -> LinkTarget {
    if destination.utf8.first == UInt8(ascii: "#") { return .fragment(String(destination.dropFirst())) }
    if destination.hasPrefix("//") || Self.hasScheme(destination) { return .external(destination) }
    if destination.isEmpty { return .missing }
    let (path, suffix) = Self.split(destination)
    if path.utf8.first == UInt8(ascii: "/") { return .path(PercentEncoding.decode(path), suffix: suffix) }
    guard let components = resolve(PercentEncoding.decode(path), from: file) else { return .missing }
    if components.last?.hasSuffix(".md") ?? false {
      guard let identifier = identifier(of: components), let entry = entries[identifier] else {
        return .missing
      }
      let fragment = suffix.firstIndex(of: "#").map { String(suffix[suffix.index(after: $0)...]) }
      return entry.map { .entry($0, fragment: fragment) } ?? .hiddenEntry
    }
    if components.first == "static" {
      let name = components.dropFirst().joined(separator: "/")
      return staticFiles.contains(name) ? .path("/" + name, suffix: suffix) : .missing
    }
    guard components.count >= 3 else { return .missing }
    let identifier = components.prefix(2).joined(separator: "/")
    let name = components.dropFirst(2).joined(separator: "/")
    guard attachments[identifier]?.contains(name) ?? false, let entry = entries[identifier] else {
      return .missing
    }
    return entry.map { .attachment(entry: $0, name: name, suffix: suffix) } ?? .hiddenEntry
  }

  /// A destination's path, and what follows it from `?` or `#` on.
  private static func split(_ destination: String) -> (path: Substring, suffix: String) {
    let end = destination.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    guard let end else { return (destination[...], "") }
    return (destination[..<end], String(destination[end...]))
  }

  /// Whether a path below the site's root is that of a file in `static/`.
  func isStatic(_ path: String) -> Bool { staticFiles.contains(String(path.dropFirst())) }

  /// Whether a destination leads to an entry that could not be read, or to a file beside one.
  func leadsToUnread(_ destination: String, in file: EntryFile) -> Bool {
    guard let components = resolve(PercentEncoding.decode(Self.split(destination).path), from: file),
      components.count >= 2
    else { return false }
    if unread.contains(section: components[0], key: components[1]) { return true }
    guard components[1].hasSuffix(".md") else { return false }
    return unread.contains(section: components[0], key: withoutLanguage(components[1]).dropLast(3))
  }

  /// What exists and is nearest to a destination that does not, written from the same file.
  func nearest(to destination: String, in file: EntryFile) -> String? {
    let path = String(Self.split(destination).path)
    guard path.hasSuffix(".md") else {
      if path.hasPrefix("/") { return Suggestion.nearest(to: path, in: staticFiles.map { "/\($0)" }) }
      return Suggestion.nearest(to: path, in: attachments["\(file.section)/\(file.key)"] ?? [])
    }
    let base = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    guard let folder = resolve(base, from: file), folder.count == 1 else { return nil }
    let prefix = "\(folder[0])/"
    let names = entries.keys.filter { $0.hasPrefix(prefix) }.map { "\(base)\($0.dropFirst(prefix.count)).md" }
    let plain = withoutLanguage(path)
    // The ending that the editor wrote, such as “.de.md”.
    let ending = path.dropFirst(plain.count - ".md".count)
    let nearest = Suggestion.nearest(to: plain, in: names) ?? sameButForDate(plain, base: base, names: names)
    return nearest.map { String($0.dropLast(".md".count) + ending) }
  }

  /// The path that differs only by a date from one that leads nowhere.
  private func sameButForDate(_ path: String, base: String, names: [String]) -> String? {
    func undated(_ path: String) -> String {
      let name = String(path.dropFirst(base.count))
      return EntryNames.withoutDate(name) ?? name
    }
    return names.sorted().first { undated($0) == undated(path) }
  }

  /// The language in the name of the Markdown file that a destination leads to.
  func language(in destination: String) -> String? {
    let path = String(destination.prefix { $0 != "#" })
    guard path.hasSuffix(".md") else { return nil }
    let language = path.dropFirst(withoutLanguage(path).count - ".md".count).dropLast(".md".count).dropFirst()
    return language.isEmpty ? nil : String(language)
  }

  /// The path without `.de` before its `.md`, where `de` is a language of the site.
  private func withoutLanguage(_ path: String) -> String {
    let stem = path.dropLast(3)
    guard let dot = stem.lastIndex(of: "."), languages.contains(String(stem[stem.index(after: dot)...]))
    else {
      return path
    }
    return stem[..<dot] + ".md"
  }

  /// The components of a path from the content folder, or `nil` where it leaves that folder.
  private func resolve(_ path: String, from file: EntryFile) -> [String]? {
    var components = [file.section]
    if file.isFolder { components.append(file.key) }
    for component in path.split(separator: "/") {
      switch component {
      case ".": continue
      case "..":
        guard components.popLast() != nil else { return nil }
      default: components.append(String(component))
      }
    }
    return components
  }

  /// `news/2010-10-01-x.de.md` and `news/2010-10-01-x/index.de.md` → `news/2010-10-01-x`.
  private func identifier(of components: [String]) -> String? {
    guard let last = components.last else { return nil }
    let name = withoutLanguage(last).dropLast(3)
    let identifier = name == "index" ? components.dropLast() : components.dropLast() + [String(name)]
    return identifier.count == 2 ? identifier.joined(separator: "/") : nil
  }

  /// Whether a destination begins with a scheme (RFC 3986, section 3.1).
  private static func hasScheme(_ destination: String) -> Bool {
    var isFirst = true
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if isFirst { return false }
      case UInt8(ascii: ":"): return !isFirst
      default: return false
      }
      isFirst = false
    }
    return false
  }
}
