package import Content

/// A kind's list in one language.
package struct Section: Sendable {
  package let kind: Kind
  /// `/de/nachrichten/`; `nil` for a kind without a list page.
  package let path: String?
  /// The listed entries, in the kind's order.
  package let entries: [Int]
  /// The same, the latest date first.
  package let newestFirst: [Int]
}
