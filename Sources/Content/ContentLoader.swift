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
  /// `nil` where site.yml is missing or wrong.
  package let configuration: SiteConfiguration?
  package let kinds: [Kind]
  package let topics: [Topic]
  package let organisations: [Organisation]
  package let data: [DataValue.Member]
  package let staticFiles: [String]
  /// The sizes of the published images, by path as given.
  package let imageSizes: [String: ImageSize]
  /// The entries' files, sorted by path.
  package let files: [File]
  package let parser: EntryParser
  /// What is wrong outside the entries' files.
  package let diagnostics: [Diagnostic]
  private let attachments: [String: [Attachment]]
  private let unread: [EntryFile]

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
    self.files = files
    self.attachments = attachments
    self.unread = unread
    configuration = site.configuration
    kinds = site.kinds.kinds
    topics = site.topics ?? []
    organisations = site.organisations ?? []
    data = site.data
    staticFiles = site.layout.staticFiles
    parser = EntryParser(context: site.context)
    let images = ImageFiles(
      staticFiles.map { folder.path(of: "static/\($0)") } + attachments.values.joined().map(\.path))
    imageSizes = images.sizes
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

  /// Gathers what was parsed.
  ///
  /// - Parameter parsed: What ``parse(_:)`` gave for each of ``files``, in their order.
  package func assemble(_ parsed: [ParsedFile], includesDrafts: Bool = false) -> LoadedContent {
    let gathered = EntryGatherer(
      parsed, kinds: kinds, attachments: attachments, defaultLanguage: parser.context.defaultLanguage,
      includesDrafts: includesDrafts)
    let tree = configuration.map { configuration in
      ContentTree(
        folder: folder, configuration: configuration, kinds: kinds, topics: topics,
        organisations: organisations, entries: gathered.entries,
        unread: (unread + gathered.unread).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
        data: data, staticFiles: staticFiles, imageSizes: imageSizes)
    }
    return LoadedContent(
      tree: tree, diagnostics: diagnostics + parsed.flatMap(\.diagnostics) + gathered.diagnostics)
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
