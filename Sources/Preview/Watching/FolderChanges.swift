/// What changed in the watched folders since they were looked at last.
package struct FolderChanges: Hashable, Sendable {
  /// The paths of files and folders that appeared, changed or went: a folder's path as given, and the way from
  /// there. `nil` where it is not known what changed.
  package let paths: Set<String>?

  package init(paths: Set<String>?) {
    self.paths = paths
  }

  /// Anything may have changed.
  package static let unknown = FolderChanges(paths: nil)
}
