/// Watches folders with all that is in them, and tells what changed when it has come to rest.
///
/// Linux tells of changes itself (inotify). Elsewhere, and where its limits are reached, the folders are looked
/// at twice a second.
package struct FolderWatcher {
  private var source: any FolderSource
  /// Why the folders are looked at again and again, where the system could have told of changes.
  package let limitation: String?

  /// - Parameters:
  ///   - folders: Their paths, without a slash at the end; one that does not exist is waited for.
  ///   - passesOver: Whether nothing that happens at a path matters, given from the folder.
  package init(folders: [String], passesOver: @escaping @Sendable (String) -> Bool = { _ in false }) {
    let scope = WatchedFolders(roots: folders, passesOver: passesOver)
    #if os(Linux)
      do throws(Inotify.Failure) {
        source = try Inotify(scope)
        limitation = nil
      } catch {
        source = FolderPoll(scope)
        limitation = error.reason
      }
    #else
      source = FolderPoll(scope)
      limitation = nil
    #endif
  }

  init(source: any FolderSource) {
    self.source = source
    limitation = nil
  }

  /// Waits for a change, and until it has come to rest.
  ///
  /// - Parameter milliseconds: How long to wait for it to begin at most; `nil`: for ever.
  /// - Returns: `nil` where nothing happened.
  package mutating func next(within milliseconds: Int? = nil) -> FolderChanges? {
    var burst = Burst()
    for event in source.events(within: milliseconds) { burst.add(event) }
    let start = ContinuousClock.now
    while !burst.isEmpty {
      let events = source.events(within: burst.quiet)
      for event in events { burst.add(event) }
      if events.isEmpty || ContinuousClock.now - start > .milliseconds(Burst.limit) { return burst.changes }
    }
    return nil
  }
}

/// Which folders are watched.
struct WatchedFolders: Sendable {
  let roots: [String]
  private let passesOver: @Sendable (String) -> Bool

  init(roots: [String], passesOver: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.roots = roots
    self.passesOver = passesOver
  }

  /// Whether what happens at a path matters.
  func contains(_ path: String) -> Bool {
    guard let root = roots.first(where: { path.hasPrefix("\($0)/") }) else { return roots.contains(path) }
    return !passesOver(String(path.dropFirst(root.count + 1)))
  }
}
