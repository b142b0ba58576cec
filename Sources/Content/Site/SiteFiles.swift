import CommonMark
import Diagnostics

/// The files of a content folder that are about the whole site, read once.
struct SiteFiles {
  let layout: ContentLayout
  private(set) var kinds = KindFiles()
  /// `nil` where site.yml is missing or wrong.
  private(set) var configuration: SiteConfiguration?
  /// The languages and groups, known even where something else in site.yml is wrong.
  private(set) var languages: [String]?
  private var groups: [String]?
  /// `nil` where the file cannot be read.
  private(set) var topics: [Topic]? = []
  private(set) var organisations: [Organisation]? = []
  private(set) var data: [DataValue.Member] = []
  private(set) var diagnostics: [Diagnostic]

  private let folder: ContentFolder

  init(_ folder: ContentFolder, diagnostics: [Diagnostic]) {
    self.folder = folder
    self.diagnostics = diagnostics
    layout = ContentLayout(folder)
    self.diagnostics += layout.diagnostics
    readKinds()
    readSite()
    readVocabularies()
    readData()
  }

  mutating func report(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  /// Reports a folder that belongs to no kind, unless its kind may be one that could not be read.
  mutating func reportUnknownFolder(_ name: String) {
    if kinds.isIncomplete { return }
    let known = kinds.kinds.map(\.section) + ["static", "data", "kinds"]
    let problem = FolderProblem.unknownFolder(name, suggestion: Suggestion.nearest(to: name, in: known))
    diagnostics.append(problem.at(Place(file: folder.path(of: name))))
  }

  /// What entries' files are read by.
  var context: EntryContext {
    EntryContext(
      languages: languages,
      defaultLanguage: configuration?.defaultLanguage ?? languages?.first ?? "en",
      topics: topics.map { Set($0.map(\.key)) }, organisations: organisations.map { Set($0.map(\.key)) },
      groups: groups, markdown: configuration?.markdown ?? MarkdownOptions())
  }

  /// The bytes of a file; one that cannot be read is reported.
  private mutating func bytes(of file: String) -> [UInt8]? {
    let path = folder.path(of: file)
    do {
      return try Disk.bytes(of: path)
    } catch {
      diagnostics.append(SourceProblem.unreadable(reason: error.reason).at(Place(file: path)))
      return nil
    }
  }

  private mutating func root(of file: String) -> YAMLNode? {
    guard let bytes = bytes(of: file) else { return nil }
    return SourceDocument.yaml(bytes, file: folder.path(of: file), diagnostics: &diagnostics)
  }

  private mutating func readKinds() {
    for file in layout.kindFiles {
      if let bytes = bytes(of: file) { kinds.add(bytes, file: folder.path(of: file)) }
    }
    kinds.finish()
    diagnostics += kinds.diagnostics
  }

  private mutating func readSite() {
    guard let file = layout.siteFile else {
      if !layout.misnamed.contains("site.yml"), diagnostics.isEmpty || !folder.files.isEmpty {
        diagnostics.append(FolderProblem.noSiteFile.at(Place(file: folder.path(of: "site.yml"))))
      }
      return
    }
    guard let root = root(of: file) else { return }
    var reader = SiteReader(file: folder.path(of: file), kinds: kinds.kinds)
    configuration = reader.read(root)
    if !reader.languages.isEmpty { languages = reader.languages.map(\.tag) }
    groups = reader.groups.map(\.key)
    diagnostics += reader.diagnostics
  }

  private mutating func readVocabularies() {
    if layout.misnamed.contains("topics.yml") { topics = nil }
    if layout.misnamed.contains("organisations.yml") { organisations = nil }
    if let file = layout.topicsFile {
      var reader = VocabularyReader(languages: languages)
      topics = root(of: file).map { reader.topics($0) }
      diagnostics += reader.diagnostics
    }
    if let file = layout.organisationsFile {
      var reader = VocabularyReader(languages: languages)
      organisations = root(of: file).map { reader.organisations($0) }
      diagnostics += reader.diagnostics
    }
  }

  private mutating func readData() {
    var reader = DataFileReader()
    for file in layout.dataFiles {
      if let bytes = bytes(of: file) { reader.read(bytes, file: folder.path(of: file)) }
    }
    data = reader.members
    diagnostics += reader.diagnostics
  }
}
