package import Diagnostics

/// A heading of a text, for tables of contents and for links to it.
package struct Heading: Hashable, Sendable {
  /// From 1 to 6.
  package let level: Int
  /// Unique in the text, without the page's prefix; empty where headings get no ids.
  package let id: String
  /// Its text without markup, not escaped.
  package let text: String
  package let place: Place

  package init(level: Int, id: String, text: String, place: Place) {
    self.level = level
    self.id = id
    self.text = text
    self.place = place
  }
}
