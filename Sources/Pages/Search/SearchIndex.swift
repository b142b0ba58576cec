/// Where a site has its search index.
package enum SearchIndex {
  /// The folder's path below the site's root. Pagefind's script expects a folder of this name, and takes the one
  /// around it for the site's root.
  package static let path = "/pagefind/"
}
