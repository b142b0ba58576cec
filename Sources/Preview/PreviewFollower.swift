import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Follows the sources of a site: each change becomes an update of the preview, and after it what nobody asks for
/// is made in the background, until the next change comes.
package final class PreviewFollower: Sendable {
  /// How often the source is asked though nothing changed, in milliseconds: the day may be another.
  private static let pulse = 30_000
  /// How long the background waits for a change's readers to be served, in milliseconds.
  private static let delay = 300
  /// Bytes; templates may nest deeply.
  private static let stackSize = 16 << 20

  private let preview: Preview
  private let changes = DispatchSemaphore(value: 0)
  /// Grows with every change.
  private let number = Mutex(0)

  package init(_ preview: Preview) {
    self.preview = preview
  }

  /// Reads the sources, and then follows what happens to them, on threads of its own.
  ///
  /// - Parameters:
  ///   - started: Called when the sources were read once.
  package func start<Source: PreviewSource>(
    _ source: sending Source, folders: [String], passesOver: @escaping @Sendable (String) -> Bool,
    started: @escaping @Sendable (_ limitation: String?) -> Void
  ) {
    let box = Mutex(Optional.some(source))
    thread { [self] in
      // What happens while the sources are read for the first time is a change.
      var watcher = FolderWatcher(folders: folders, passesOver: passesOver)
      guard var source = box.withLock({ $0.take() }) else { return }
      preview.adopt(source.update(.unknown))
      started(watcher.limitation)
      changes.signal()
      while true {
        let found = watcher.next(within: Self.pulse) ?? FolderChanges(paths: [])
        let update = source.update(found)
        if case .nothing = update.effect, found.paths == [] { continue }
        preview.adopt(update)
        number.withLock { $0 += 1 }
        changes.signal()
      }
    }
    thread { [self] in
      // Only this thread gives way to others.
      #if os(Linux)
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 15)
      #endif
      while true {
        changes.wait()
        // Several changes are one.
        while changes.wait(timeout: .now() + .milliseconds(Self.delay)) == .success {}
        let current = number.withLock { $0 }
        preview.makeAll { self.number.withLock { $0 } == current }
      }
    }
  }

  private func thread(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = Self.stackSize
    thread.start()
  }
}
