package import Diagnostics

/// Turns a content folder into values: scan, configuration and vocabularies, entries' files, entries.
///
/// ``load(folder:includesDrafts:map:)`` does it all. Who wants to keep parsed files, or to parse on several
/// cores in a way of its own, calls the steps: ``init(folder:)``, ``parse(_:)`` for each of ``files``, and
/// ``assemble(_:includesDrafts:)``.
package struct ContentLoader: Sendable {
  /// An entry's file that is to be parsed.
  package struct File: Sendable {
    package let file: EntryFile
    package let kind: Kind
  }

  /// Calls a function for each file, on as many cores as it likes, and gives the results in the same order.
  package typealias Map = ([File], _ parse: @escaping @Sendable (File) -> ParsedFile) -> [ParsedFile]

  /// The folder as given.
  package let folder: String
  /// Whether some of the folder’s files are links.
  let hasLinks: Bool
  /// `nil` where site.yml is missing or wrong.
  package let configuration: SiteConfiguration?
  package let kinds: [Kind]
  package let topics: [Topic]
  package let organisations: [Organisation]
  package let data: [DataValue.Member]
  package let staticFiles: [String]
  /// The sizes of the published images, by path as given.
  package let imageSizes: [String: ImageSize]
  /// The sizes of the published files, by path as given.
  package let fileSizes: [String: Int]
  /// The entries' files, sorted by path.
  package let files: [File]
  package let parser: EntryParser
  /// What is wrong outside the entries' files.
  package let diagnostics: [Diagnostic]
  private let attachments: [String: [Attachment]]
  private let unread: [EntryFile]
  /// The folder's files, by their paths from there, sorted.
  private let paths: [String]
  private let numbers: [String: Int]

  /// Reads everything but the entries' files.
  package init(folder path: String) {
    let (folder, found) = ContentFolder.scan(path)
    self.init(folder, diagnostics: found)
  }

  private init(_ folder: ContentFolder, diagnostics found: [Diagnostic]) {
    var site = SiteFiles(folder, diagnostics: found)
    var files: [File] = []
    var attachments: [String: [Attachment]] = [:]
    var unread: [EntryFile] = []
    for (section, paths) in site.layout.sectionFiles {
      guard let kind = site.kinds.kind(ofSection: section) else {
        site.reportUnknownFolder(section)
        continue
      }
      let layout = EntryLayout(kind: kind, files: paths, folder: folder, languages: site.languages)
      files += layout.files.map { File(file: $0, kind: kind) }
      for (key, found) in layout.attachments { attachments["\(section)/\(key)"] = found }
      unread += layout.unread
      site.report(layout.diagnostics)
    }
    self.folder = folder.path
    hasLinks = folder.hasLinks
    paths = folder.files
    self.files = files
    numbers = Dictionary(
      files.enumerated().map { ($0.element.file.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.attachments = attachments
    self.unread = unread
    configuration = site.configuration
    kinds = site.kinds.kinds
    topics = site.topics ?? []
    organisations = site.organisations ?? []
    data = site.data
    staticFiles = site.layout.staticFiles
    parser = EntryParser(context: site.context)
    let published =
      staticFiles.map { folder.path(of: "static/\($0)") } + attachments.values.joined().map(\.path)
    let images = ImageFiles(published)
    imageSizes = images.sizes
    fileSizes = FileSizes.of(published)
    diagnostics = site.diagnostics + images.diagnostics
  }

  /// Reads and parses one of the files.
  package func parse(_ file: File) -> ParsedFile {
    do {
      return parser.parse(try Disk.bytes(of: file.file.path), file: file.file, kind: file.kind)
    } catch {
      let problem = SourceProblem.unreadable(reason: error.reason)
      return ParsedFile(
        file: file.file, kind: file.kind, variant: nil,
        diagnostics: [problem.at(Place(file: file.file.path))])
    }
  }

  /// The entry's file at a path as given.
  func file(at path: String) -> File? { numbers[path].map { files[$0] } }

  /// Whether there is a file at a path, as given, or in a folder there.
  func hasFiles(at path: String) -> Bool {
    let name = path.dropFirst(folder.count + 1).utf8
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].utf8.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    // Names that go on where this one ends may stand before those of the files in the folder.
    while low < paths.count, paths[low].utf8.starts(with: name) {
      let rest = paths[low].utf8.dropFirst(name.count)
      if rest.isEmpty || rest.first == UInt8(ascii: "/") { return true }
      low += 1
    }
    return false
  }

  /// Gathers what was parsed.
  ///
  /// - Parameter parsed: What ``parse(_:)`` gave for each of ``files``, in their order.
  package func assemble(_ parsed: [ParsedFile], includesDrafts: Bool = false) -> LoadedContent {
    assembled(parsed, includesDrafts: includesDrafts).content
  }

  /// Gathers what was parsed, and tells apart what was found wrong only then.
  func assembled(
    _ parsed: [ParsedFile], includesDrafts: Bool
  ) -> (content: LoadedContent, gathered: [Diagnostic]) {
    let gathered = EntryGatherer(
      parsed, kinds: kinds, attachments: attachments, defaultLanguage: parser.context.defaultLanguage,
      includesDrafts: includesDrafts)
    let tree = configuration.map { configuration in
      ContentTree(
        folder: folder, configuration: configuration, kinds: kinds, topics: topics,
        organisations: organisations, entries: gathered.entries,
        unread: (unread + gathered.unread).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
        data: data, staticFiles: staticFiles, imageSizes: imageSizes, fileSizes: fileSizes)
    }
    let content = LoadedContent(
      tree: tree, diagnostics: diagnostics + parsed.flatMap(\.diagnostics) + gathered.diagnostics)
    return (content, gathered.diagnostics)
  }

  /// Reads a content folder.
  ///
  /// - Parameters:
  ///   - includesDrafts: Whether what drafts say counts (`--drafts`).
  ///   - map: Parses the files, by default one after the other.
  package static func load(
    folder: String, includesDrafts: Bool = false, map: Map = { files, parse in files.map(parse) }
  ) -> LoadedContent {
    let loader = ContentLoader(folder: folder)
    return loader.assemble(map(loader.files, { loader.parse($0) }), includesDrafts: includesDrafts)
  }
}
