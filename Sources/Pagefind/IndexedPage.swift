/// A page that is to be found: what Pagefind reads of it.
package struct IndexedPage: Hashable, Sendable {
  /// The path below the site's root, such as `/de/nachrichten/x/`.
  package let url: String
  /// A whole HTML document, UTF-8; its `lang` decides about the language of its index, and Pagefind's own
  /// attributes (`data-pagefind-meta` and others) about what is kept.
  package let html: [UInt8]

  package init(url: String, html: [UInt8]) {
    self.url = url
    self.html = html
  }
}
