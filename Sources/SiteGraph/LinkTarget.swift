/// Where a link that an editor wrote leads.
package enum LinkTarget: Hashable, Sendable {
  /// A visible entry, by its number in ``Site/entries``, with the fragment after `#`.
  case entry(Int, fragment: String?)
  /// An entry that is not published: readers see the link's text alone.
  case hiddenEntry
  /// A file beside an entry, by the entry's number and the file's name.
  case attachment(entry: Int, name: String)
  /// A path below the site's root, such as `/logo.svg`.
  case path(String)
  /// A heading of the same text.
  case fragment(String)
  /// Another site, or a scheme such as `mailto:`.
  case external(String)
  /// Nothing that exists.
  case missing
}
