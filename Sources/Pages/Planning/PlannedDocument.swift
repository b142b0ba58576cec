/// What searches are to find of a page, made when it is asked for.
package struct PlannedDocument: Sendable {
  /// The page's path below the site's root.
  package let path: String
  /// Makes an HTML document for Pagefind.
  package let make: @Sendable () -> [UInt8]

  init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.make = make
  }
}
