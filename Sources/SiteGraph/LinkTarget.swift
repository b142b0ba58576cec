/// Where a link that an editor wrote leads.
package enum LinkTarget: Hashable, Sendable {
  /// A visible entry, by its number in ``Site/entries``, with the fragment after `#`.
  case entry(Int, fragment: String?)
  /// An entry that is not published: readers see the link's text alone.
  case hiddenEntry
  /// A file beside an entry, by the entry's number and the file's name, with what follows it from `?` or `#` on.
  case attachment(entry: Int, name: String, suffix: String)
  /// A path below the site's root, such as `/logo.svg`, not percent-encoded, with what follows it from `?` or
  /// `#` on.
  case path(String, suffix: String)
  /// A heading of the same text.
  case fragment(String)
  /// Another site, or a scheme such as `mailto:`.
  case external(String)
  /// Nothing that exists.
  case missing
}
