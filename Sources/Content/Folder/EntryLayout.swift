import Diagnostics
import Foundation

/// The entries that the files in a section's folder make up, by their names.
struct EntryLayout {
  private(set) var files: [EntryFile] = []
  /// The files beside entries that are folders, by key.
  private(set) var attachments: [String: [Attachment]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Files that are not read for what is wrong with their names.
  private(set) var unread: [EntryFile] = []

  private let kind: Kind
  private let folder: ContentFolder
  /// The site's languages, or `nil` where they are not known.
  private let languages: [String]?
  /// The paths so far as every file system compares them, to find clashes.
  private var folded: [String: String] = [:]

  /// - Parameter files: The section's files, by their paths from the content folder, sorted.
  init(kind: Kind, files: [String], folder: ContentFolder, languages: [String]?) {
    self.kind = kind
    self.folder = folder
    self.languages = languages
    var group: [Substring] = []
    for file in files {
      let rest = file.dropFirst(kind.section.count + 1)
      guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) else {
        addFile(rest)
        continue
      }
      let name = rest[..<slash]
      if let first = group.first, first.prefix(while: { $0 != "/" }) != name {
        addFolder(group)
        group = []
      }
      group.append(rest)
    }
    if !group.isEmpty { addFolder(group) }
    self.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func report(_ problem: FolderProblem, at path: some StringProtocol) {
    diagnostics.append(problem.at(Place(file: folder.path(of: "\(kind.section)/\(path)"))))
  }

  /// A file directly in the section's folder.
  private mutating func addFile(_ path: Substring) {
    guard let stem = markdownStem(path, of: path) else { return }
    let (name, language) = split(stem, at: path)
    if name == "index" { return report(.looseIndex(section: kind.section), at: path) }
    add(key: name, language: language, path: path, isFolder: false)
  }

  /// The files of a folder in the section's folder.
  private mutating func addFolder(_ paths: [Substring]) {
    guard let first = paths.first else { return }
    let key = String(first.prefix { $0 != "/" })
    var found: [(path: Substring, language: String?)] = []
    var others: [Substring] = []
    for path in paths {
      let rest = path.dropFirst(key.count + 1)
      if !rest.contains("/"), rest.hasSuffix(".md") {
        let (name, language) = split(rest.dropLast(3), at: path)
        if name == "index" {
          found.append((path, language))
        } else {
          report(.markdownBesideIndex, at: path)
        }
      } else {
        others.append(path)
      }
    }
    if found.isEmpty { return report(.noIndex(folder: key), at: key) }
    for (path, language) in found { add(key: key, language: language, path: path, isFolder: true) }
    attachments[key] = others.map {
      Attachment(
        path: folder.path(of: "\(kind.section)/\($0)"), name: String($0.dropFirst(key.count + 1)))
    }
  }

  /// The name of a Markdown file without its ending; what is none is reported.
  private mutating func markdownStem(_ name: Substring, of path: Substring) -> Substring? {
    if name.hasSuffix(".md"), name.utf8.count > 3 { return name.dropLast(3) }
    let lower = name.lowercased()
    if let ending = [".markdown", ".mdown", ".md.txt", ".md"].first(where: lower.hasSuffix) {
      report(.misnamed(String(name), expected: "name it \(name.dropLast(ending.count)).md"), at: path)
    } else {
      report(.strayFile, at: path)
    }
    return nil
  }

  /// Takes the language off a name. What looks like one and is not declared is reported and taken off too.
  private mutating func split(_ stem: Substring, at path: Substring) -> (name: String, language: String?) {
    guard let dot = stem.lastIndex(of: "."), dot != stem.startIndex else { return (String(stem), nil) }
    let name = String(stem[..<dot])
    let tag = String(stem[stem.index(after: dot)...])
    guard let languages else { return LanguageTag.isLikely(tag) ? (name, tag) : (String(stem), nil) }
    if languages.contains(tag) { return (name, tag) }
    guard LanguageTag.isLikely(tag) else { return (String(stem), nil) }
    report(
      .undeclaredLanguage(
        tag, languages: languages, suggestion: languages.first { $0.lowercased() == tag.lowercased() }),
      at: path)
    return (name, tag)
  }

  private mutating func add(key: String, language: String?, path: Substring, isFolder: Bool) {
    let prefix = kind.dateField == nil ? nil : Self.datePrefix(of: key)
    let name = prefix.map { key.dropFirst($0.count + 1) } ?? ""
    let file = EntryFile(
      path: folder.path(of: "\(kind.section)/\(path)"), section: kind.section, key: key,
      name: name.isEmpty ? key : String(name), date: prefix.flatMap { CalendarDate($0) }, language: language,
      isFolder: isFolder)
    if let languages, let language, !languages.contains(language) {
      // Reported when the language was taken off the name.
      unread.append(file)
      return
    }
    let fold = Self.folded(key)
    // Swift takes canonically equivalent texts for equal; file systems need not.
    if let other = folded[fold], !other.utf8.elementsEqual(key.utf8) {
      report(.clash(other: other), at: path)
      unread.append(file)
      return
    }
    folded[fold] = key
    if let prefix, file.date == nil {
      report(.noDate(String(prefix), DateMistake(prefix)), at: path)
      unread.append(file)
      return
    }
    if let mistake = SlugMistake(in: file.name) {
      report(.badName(file.name, mistake), at: path)
      unread.append(file)
      return
    }
    files.append(file)
  }

  /// The beginning of a key that has the form of a date: `2010-10-01` of `2010-10-01-first-meeting`.
  private static func datePrefix(of key: String) -> Substring? {
    let bytes = Array(key.utf8.prefix(11))
    guard bytes.count >= 10, bytes.count == 10 || bytes[10] == UInt8(ascii: "-") else { return nil }
    for (index, byte) in bytes.prefix(10).enumerated() {
      let isDash = index == 4 || index == 7
      guard isDash ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      else { return nil }
    }
    return key.prefix(10)
  }

  /// A name as file systems compare it that tell neither case nor the encoding of accents apart.
  private static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    return name.precomposedStringWithCanonicalMapping.lowercased()
  }
}
