/// One address of a page for readers of a language, as `hreflang` names it.
struct Alternate: Hashable, Sendable {
  /// A BCP 47 tag or `x-default`.
  let language: String
  /// The path below the site's root.
  let path: String
  /// The absolute address.
  let permalink: String
}
