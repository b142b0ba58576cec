/// What a finished transaction did, in numbers of files, and what the user should know about it.
package struct PublishingSummary: Hashable, Sendable {
  /// Files that are new or whose bytes changed.
  package internal(set) var written = 0
  /// Files that had the right bytes already and were not touched.
  package internal(set) var unchanged = 0
  /// Files of earlier builds that are gone.
  package internal(set) var removed = 0
  /// Assets of the previous build that stay for one build longer.
  package internal(set) var kept = 0
  /// Problems that did not stop the publication, all of them warnings.
  package internal(set) var warnings: [PublishingProblem] = []

  package init() {}
}
