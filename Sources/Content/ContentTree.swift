/// The content folder as values: all that the site is made of, with nothing decided about addresses.
package struct ContentTree: Sendable {
  /// The folder as given, such as `content`.
  package let folder: String
  package let configuration: SiteConfiguration
  /// The built-in kinds and the site's own, in a fixed order.
  package let kinds: [Kind]
  /// In the order of topics.yml.
  package let topics: [Topic]
  /// In the order of organisations.yml.
  package let organisations: [Organisation]
  /// Sorted by kind and key.
  package let entries: [Entry]
  /// Entries that have files but could not be read, each by one of its files, sorted by path: nothing can be
  /// said about what refers to them.
  package let unread: [EntryFile]
  /// The data files by name, sorted.
  package let data: [DataValue.Member]
  /// Paths of the files below `static/`, from there, sorted.
  package let staticFiles: [String]
  /// The sizes of the images beside entries and below `static/`, by path as given.
  package let imageSizes: [String: ImageSize]
  /// The sizes in bytes of the documents beside entries and of all files below `static/`, by path as given.
  package let fileSizes: [String: Int]

  package init(
    folder: String, configuration: SiteConfiguration, kinds: [Kind], topics: [Topic],
    organisations: [Organisation], entries: [Entry], unread: [EntryFile] = [], data: [DataValue.Member],
    staticFiles: [String], imageSizes: [String: ImageSize] = [:],
    fileSizes: [String: Int] = [:]
  ) {
    self.folder = folder
    self.configuration = configuration
    self.kinds = kinds
    self.topics = topics
    self.organisations = organisations
    self.entries = entries
    self.unread = unread
    self.data = data
    self.staticFiles = staticFiles
    self.imageSizes = imageSizes
    self.fileSizes = fileSizes
  }
}
