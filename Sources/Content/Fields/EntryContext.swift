package import CommonMark

/// What must be known of the site to read an entry's file. What could not be read itself is `nil`, and what
/// depends on it is then not checked.
package struct EntryContext: Hashable, Sendable {
  /// The tags of the site's languages.
  let languages: [String]?
  /// The language of files that name none.
  let defaultLanguage: String
  /// The keys of the vocabularies.
  let topics: Set<String>?
  let organisations: Set<String>?
  /// The keys of the site's groups of countries.
  let groups: [String]?
  let markdown: MarkdownParser

  package init(
    languages: [String]?, defaultLanguage: String, topics: Set<String>?, organisations: Set<String>?,
    groups: [String]?, markdown: MarkdownOptions
  ) {
    self.languages = languages
    self.defaultLanguage = defaultLanguage
    self.topics = topics
    self.organisations = organisations
    self.groups = groups
    self.markdown = MarkdownParser(options: markdown)
  }

  /// The context of a site whose configuration and vocabularies could be read.
  package init(configuration: SiteConfiguration, topics: [Topic], organisations: [Organisation]) {
    self.init(
      languages: configuration.languages.map(\.tag), defaultLanguage: configuration.defaultLanguage,
      topics: Set(topics.map(\.key)), organisations: Set(organisations.map(\.key)),
      groups: configuration.groups.map(\.key), markdown: configuration.markdown)
  }

  /// The keys of a vocabulary.
  func terms(of vocabulary: String) -> Set<String>? {
    vocabulary == "topics" ? topics : organisations
  }
}
