/// Tells what happens in folders: the system, or somebody who looks again and again.
protocol FolderSource {
  /// The events of the next while.
  ///
  /// - Parameter milliseconds: How long to wait for one at most; `nil`: until there is one.
  /// - Returns: Nothing where the time is over.
  mutating func events(within milliseconds: Int?) -> [FolderEvent]
}
