/// What one entry refers to, and who refers to it.
package struct Relations: Sendable {
  /// Targets by field name, in the order of the front matter; hidden entries are left out.
  package var references: [String: [ReferenceTarget]] = [:]
  /// Entries by the back-link's name, newest first.
  package var backLinks: [String: [Int]] = [:]

  package init() {}
}
