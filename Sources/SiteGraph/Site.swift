package import Content
import Synchronization

/// A site with everything decided: who is visible, in which language, at which address, and how the
/// entries are related. Nothing in it changes, and all cores read it at once; a class, because it is passed
/// around everywhere and copied never.
package final class Site: Sendable {
  /// The content folder as given.
  package let folder: String
  package let configuration: SiteConfiguration
  /// The address this build is made for.
  package let baseURL: BaseURL
  package let options: SiteOptions
  package let kinds: [Kind]
  /// The visible entries, sorted by kind and key.
  package let entries: [Entry]
  /// Editions by language number, then entry number; `nil` where readers of the language do not see the entry.
  package let editions: [[Edition?]]
  package let relations: [Relations]
  /// Which entries are about the same.
  package let related: RelatedEntries
  /// Who offers what another seeks.
  package let matching: Matching
  /// In the vocabulary's order.
  package let topics: [TopicNode]
  /// The areas that visible entries name, and the continents of the countries among them, sorted by key.
  package let areas: [AreaNode]
  package let organisations: [Organisation]
  package let data: [DataValue.Member]
  /// Paths of the files below the content folder's `static/`.
  package let staticFiles: [String]
  /// The clocks of the zones in which the entries' times are valid.
  package let clocks: Clocks
  /// The entries of kinds whose lists begin with what is to come that are not over yet.
  private let upcoming: Set<Int>
  /// Each language's lists, by language number.
  package let sections: [[Section]]
  let imageSizes: [String: ImageSize]
  let fileSizes: [String: Int]
  /// The former addresses of entries, sorted by path.
  package let redirects: [Redirect]
  let topicNumbers: [String: Int]
  let areaNumbers: [String: Int]
  let organisationNumbers: [String: Int]
  let links: LinkResolver
  /// Paths of the site that texts name as such (`/en/news/`), with their places.
  package let namedPaths: [Located<String>]
  /// The targets that are known already.
  let linkTargets: [LinkPlace: LinkTarget]
  private let revisions = Atomic(0)

  init(
    folder: String, configuration: SiteConfiguration, baseURL: BaseURL, options: SiteOptions, kinds: [Kind],
    entries: [Entry], editions: [[Edition?]], relations: [Relations], related: RelatedEntries,
    matching: Matching, topics: [TopicNode],
    areas: [AreaNode],
    organisations: [Organisation], data: [DataValue.Member], staticFiles: [String],
    imageSizes: [String: ImageSize], fileSizes: [String: Int], clocks: Clocks, upcoming: Set<Int>,
    sections: [[Section]], redirects: [Redirect],
    topicNumbers: [String: Int], areaNumbers: [String: Int], organisationNumbers: [String: Int],
    links: LinkResolver, linkTargets: [LinkPlace: LinkTarget], namedPaths: [Located<String>]
  ) {
    self.folder = folder
    self.configuration = configuration
    self.baseURL = baseURL
    self.options = options
    self.kinds = kinds
    self.entries = entries
    self.editions = editions
    self.relations = relations
    self.related = related
    self.matching = matching
    self.topics = topics
    self.areas = areas
    self.organisations = organisations
    self.data = data
    self.staticFiles = staticFiles
    self.imageSizes = imageSizes
    self.fileSizes = fileSizes
    self.clocks = clocks
    self.upcoming = upcoming
    self.sections = sections
    self.redirects = redirects
    self.topicNumbers = topicNumbers
    self.areaNumbers = areaNumbers
    self.organisationNumbers = organisationNumbers
    self.links = links
    self.linkTargets = linkTargets
    self.namedPaths = namedPaths
  }

  package var languages: [Language] { configuration.languages }

  /// How often the words of entries changed while all that was decided stayed: what was made of them before is
  /// out of date.
  package var revision: Int { revisions.load(ordering: .acquiring) }

  /// Notes that variants of entries took other words.
  package func noteRevision() { revisions.add(1, ordering: .acquiringAndReleasing) }

  package func topic(_ key: String) -> Int? { topicNumbers[key] }
  package func area(_ key: String) -> Int? { areaNumbers[key] }
  package func organisation(_ key: String) -> Int? { organisationNumbers[key] }

  /// The section of a kind in a language, or `nil` for a kind that the site does not have.
  package func section(of kind: String, language: Int) -> Section? {
    sections[language].first { $0.kind.name == kind }
  }

  /// Whether an entry of a kind whose list begins with what is to come is not over on the day of the build.
  package func isUpcoming(_ entry: Int) -> Bool { upcoming.contains(entry) }

  /// The edition of an entry in its original's language.
  package func originalEdition(of entry: Int) -> Edition? {
    languages.firstIndex { $0.tag == entries[entry].originalLanguage }.flatMap { editions[$0][entry] }
  }

  /// Why readers of a language will not see an entry that this build shows (`--drafts`): because of itself, or
  /// because its variant in the language is a draft; `nil` for what is published.
  package func reasonToHide(_ entry: Int, in language: String) -> HiddenReason? {
    let entry = entries[entry]
    return Visibility(options: options).reasonToHide(entry)
      ?? (entry.variants[language]?.isDraft ?? false ? .draft : nil)
  }

  /// What a destination in a file of the content leads to.
  package func target(of destination: String, in file: EntryFile) -> LinkTarget {
    linkTargets[LinkPlace(destination: destination, file: file)]
      ?? links.target(of: destination, in: file)
  }

  /// The size of the image that a destination leads to, where it is a file of the site whose size is known.
  package func imageSize(of target: LinkTarget) -> ImageSize? {
    file(of: target).flatMap { imageSizes[$0] }
  }

  /// The size in bytes of the file of the site that a destination leads to.
  package func fileSize(of target: LinkTarget) -> Int? { file(of: target).flatMap { fileSizes[$0] } }

  /// The path of the content's file that a destination leads to.
  private func file(of target: LinkTarget) -> String? {
    switch target {
    case .attachment(let entry, let name, _): entries[entry].attachments.first { $0.name == name }?.path
    case .path(let path, _): "\(folder)\(folder.hasSuffix("/") ? "" : "/")static\(path)"
    default: nil
    }
  }

  /// The address of a path of the site, as links in its pages have it.
  package func url(_ path: String) -> String { baseURL.url(PercentEncoding.encode(path)) }

  /// The absolute address of a path of the site.
  package func permalink(_ path: String) -> String { baseURL.permalink(PercentEncoding.encode(path)) }
}
