package import Diagnostics

/// Where an entry has its page in a language, and what tells the entry from others when its address changes.
package struct EntryAddress: Sendable {
  /// The entry's name in the content: `news/2010-10-01-first-meeting`.
  package let identifier: String
  /// The language's tag.
  package let language: String
  package let title: String
  /// The path below the site's root.
  package let path: String
  /// Where a former address would be written.
  package let place: Place
}
