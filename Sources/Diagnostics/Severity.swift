/// How much a problem matters.
package enum Severity: String, Hashable, Sendable, CaseIterable {
  /// Nothing is published.
  case error
  /// Published, but worth mending.
  case warning
}
