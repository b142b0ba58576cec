package import Diagnostics

/// A term of the site's controlled vocabulary, `topics.yml`.
package struct Topic: Sendable {
  package let key: String
  package let label: LocalizedText
  /// The broader term's key.
  package let parent: Located<String>?
  /// The term's part of its address by language, where it is not made from the label.
  package let slugs: [String: Located<String>]
  package let description: LocalizedText?
  package let related: [Located<String>]
  package let place: Place

  package init(
    key: String, label: LocalizedText, parent: Located<String>?, slugs: [String: Located<String>],
    description: LocalizedText?, related: [Located<String>], place: Place
  ) {
    self.key = key
    self.label = label
    self.parent = parent
    self.slugs = slugs
    self.description = description
    self.related = related
    self.place = place
  }
}
