package import Diagnostics

/// Keeps what was read of a content folder, so that only what has changed since is read again.
///
/// What it gives is always what ``ContentLoader/load(folder:includesDrafts:map:)`` would give.
package struct ContentStore {
  /// What changed since the folder was read last.
  package enum Update {
    /// Nothing that counts.
    case nothing
    /// Texts alone, in these files: their variants, which the last content holds, have them already. All
    /// diagnostics of the content follow.
    case texts(files: [EntryFile], diagnostics: [Diagnostic])
    case content(LoadedContent)
  }

  private struct Kept {
    let identity: FileIdentity?
    let kind: Kind
    var parsed: ParsedFile
  }

  private let folder: String
  private let includesDrafts: Bool
  /// What was read beside the entries' files.
  private var loader: ContentLoader?
  /// By path.
  private var kept: [String: Kept] = [:]
  /// What was found wrong when entries were gathered.
  private var gathered: [Diagnostic] = []

  /// - Parameters:
  ///   - folder: The folder as given.
  ///   - includesDrafts: Whether what drafts say counts.
  package init(folder: String, includesDrafts: Bool) {
    self.folder = folder
    self.includesDrafts = includesDrafts
  }

  /// Reads what changed.
  ///
  /// - Parameters:
  ///   - changes: The paths, as given, of the files and folders that appeared, changed or went; `nil` where that
  ///     is not known, so that every file has to be looked at.
  ///   - pinned: Files whose lines others have told of: any change in them concerns the whole content.
  ///   - map: Parses files, by default one after the other.
  package mutating func update(
    _ changes: Set<String>? = nil, pinned: Set<String> = [],
    map: ContentLoader.Map = { files, parse in files.map(parse) }
  ) -> Update {
    guard let loader, let changes, !loader.hasLinks else { return .content(read(changes, map)) }
    var files: [ContentLoader.File] = []
    for path in changes.sorted() {
      switch relevance(of: path, in: loader) {
      case .none: continue
      case .entry(let file): files.append(file)
      case .folder: return .content(read(changes, map))
      }
    }
    if files.isEmpty { return .nothing }
    let parsed = map(files) { loader.parse($0) }
    if let diagnostics = revise(parsed, loader, pinned: pinned) {
      return .texts(files: parsed.map(\.file), diagnostics: diagnostics)
    }
    for file in parsed { keep(file, identity: nil) }
    return .content(assemble(loader))
  }

  // MARK: What a change concerns

  private enum Relevance {
    case none
    /// An entry's file, and nothing else.
    case entry(ContentLoader.File)
    /// What the folder consists of.
    case folder
  }

  private func relevance(of path: String, in loader: ContentLoader) -> Relevance {
    guard path.hasPrefix("\(folder)/") else { return path == folder ? .folder : .none }
    let name = path.dropFirst(folder.count + 1)
    if FolderScan.passesOver(name) { return .none }
    let item = Disk.kind(of: path)
    if let file = loader.file(at: path) { return item == .file ? .entry(file) : .folder }
    // What came and went again, such as an editor's temporary file.
    if item == nil, !loader.hasFiles(at: path) { return .none }
    return .folder
  }

  // MARK: Reading

  /// Reads the folder anew, and of the entries' files those that changed.
  private mutating func read(_ changes: Set<String>?, _ map: ContentLoader.Map) -> LoadedContent {
    let loader = ContentLoader(folder: folder)
    if loader.parser.context != self.loader?.parser.context { kept = [:] }
    let looksAtAll = changes == nil || loader.hasLinks
    var unread: [ContentLoader.File] = []
    var identities: [String: FileIdentity] = [:]
    var next: [String: Kept] = [:]
    for file in loader.files {
      let path = file.file.path
      if looksAtAll { identities[path] = Disk.identity(of: path) }
      if let known = kept[path], known.parsed.file == file.file, known.kind == file.kind,
        !Self.isTouched(path, by: changes),
        !looksAtAll || known.identity != nil && known.identity == identities[path]
      {
        next[path] = known
      } else {
        if !looksAtAll { identities[path] = Disk.identity(of: path) }
        unread.append(file)
      }
    }
    kept = next
    self.loader = loader
    for file in map(unread, { loader.parse($0) }) { keep(file, identity: identities[file.file.path]) }
    return assemble(loader)
  }

  /// Whether a file, or a folder that it is in, is among what changed.
  private static func isTouched(_ path: String, by changes: Set<String>?) -> Bool {
    guard let changes, !changes.isEmpty else { return false }
    var part = path[...]
    while !changes.contains(String(part)) {
      guard let slash = part.lastIndex(of: "/") else { return false }
      part = part[..<slash]
    }
    return true
  }

  private mutating func keep(_ file: ParsedFile, identity: FileIdentity?) {
    kept[file.file.path] = Kept(identity: identity, kind: file.kind, parsed: file)
  }

  private func parsed(_ loader: ContentLoader) -> [ParsedFile] {
    loader.files.compactMap { kept[$0.file.path]?.parsed }
  }

  private mutating func assemble(_ loader: ContentLoader) -> LoadedContent {
    let (content, found) = loader.assembled(parsed(loader), includesDrafts: includesDrafts)
    gathered = found
    return content
  }

  /// Lets the variants that the last content holds take new texts, if nothing else in their files changed.
  ///
  /// - Returns: All diagnostics of the content, or `nil` where it has to be assembled anew.
  private mutating func revise(
    _ files: [ParsedFile], _ loader: ContentLoader, pinned: Set<String>
  ) -> [Diagnostic]? {
    let named = pinned.union(gathered.flatMap(\.files))
    var revisions: [(variant: Variant, text: Variant)] = []
    for file in files {
      guard let known = kept[file.file.path]?.parsed, let variant = known.variant, let text = file.variant,
        !named.contains(file.file.path), !(known.diagnostics + file.diagnostics).contains(where: \.isError),
        text.differsInTextAlone(from: variant, kind: file.kind)
      else { return nil }
      revisions.append((variant, text))
    }
    for (variant, text) in revisions { variant.take(textOf: text) }
    for file in files {
      let variant = kept[file.file.path]?.parsed.variant
      keep(
        ParsedFile(file: file.file, kind: file.kind, variant: variant, diagnostics: file.diagnostics),
        identity: nil)
    }
    return loader.diagnostics + parsed(loader).flatMap(\.diagnostics) + gathered
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { severity == .error }

  /// The files that it names.
  package var files: [String] { ([place] + notes.map(\.place)).compactMap { $0?.file } }
}
