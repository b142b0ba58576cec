/// Changes that follow each other so closely that they belong together: a file saved by way of another, a
/// thousand files that a version control system puts in place.
///
/// It takes longer to be sure of many than of one, since who saves a single file wants to see it at once.
struct Burst {
  /// How long nothing may happen until a burst is over, in milliseconds.
  private enum Quiet {
    /// A file or two.
    static let few = 8
    /// A file went, and may be about to come again under its name.
    static let gone = 50
    static let many = 100
    /// A file was made and is still open.
    static let open = 500
  }

  /// The longest that a burst may take, in milliseconds: somebody who never stops writing must be shown, too.
  static let limit = 5000
  private static let few = 4

  private var paths: Set<String> = []
  private var open: Set<String> = []
  private var born: Set<String> = []
  private var gone: Set<String> = []
  private var isIncomplete = false

  var isEmpty: Bool { paths.isEmpty && !isIncomplete }

  mutating func add(_ event: FolderEvent) {
    switch event {
    case .opened(let path):
      open.insert(path)
      appear(path)
    case .finished(let path):
      open.remove(path)
      appear(path)
    case .gone(let path):
      open.remove(path)
      // What was made only to be moved away is not missed.
      if born.remove(path) == nil { gone.insert(path) }
      paths.insert(path)
    case .lost: isIncomplete = true
    }
  }

  private mutating func appear(_ path: String) {
    if gone.remove(path) == nil, !paths.contains(path) { born.insert(path) }
    paths.insert(path)
  }

  /// How long to wait for more, in milliseconds.
  var quiet: Int {
    if !open.isEmpty { return Quiet.open }
    if isIncomplete || paths.count > Self.few { return Quiet.many }
    return gone.isEmpty ? Quiet.few : Quiet.gone
  }

  var changes: FolderChanges { FolderChanges(paths: isIncomplete ? nil : paths) }
}
