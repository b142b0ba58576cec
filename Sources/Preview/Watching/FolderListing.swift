#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Looks at folders on disk.
enum FolderListing {
  /// What tells one state of a file from another.
  struct State: Hashable {
    let file: UInt64
    let size: Int64
    let modified: Int64
    let changed: Int64
  }

  /// The names of the folders in a folder; none where it cannot be read. Links are no folders.
  static func folders(in folder: String) -> [String] {
    entries(in: folder).filter { isFolder("\(folder)/\($0.name)", type: $0.type) }.map(\.name)
  }

  /// Whether a file that just appeared has one name and is no link, so that it is open for somebody to write.
  static func isBeingMade(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
  }

  /// The states of all files and folders below a folder that are looked at, by path.
  static func states(below folder: String, in scope: WatchedFolders) -> [String: State] {
    var states: [String: State] = [:]
    add(folder, to: &states, scope)
    return states
  }

  private static func add(_ folder: String, to states: inout [String: State], _ scope: WatchedFolders) {
    for entry in entries(in: folder) {
      let path = "\(folder)/\(entry.name)"
      guard scope.contains(path) else { continue }
      if isFolder(path, type: entry.type) {
        states[path] = State(file: 0, size: 0, modified: 0, changed: 0)
        add(path, to: &states, scope)
      } else {
        states[path] = state(of: path)
      }
    }
  }

  private static func state(of path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
    return State(
      file: UInt64(truncatingIfNeeded: status.st_ino), size: Int64(status.st_size),
      modified: nanoseconds(modified), changed: nanoseconds(changed))
  }

  private static func isFolder(_ path: String, type: Int) -> Bool {
    if type != Int(DT_UNKNOWN) { return type == Int(DT_DIR) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(in folder: String) -> [(name: String, type: Int)] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: String, type: Int)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { entries.append((name, Int(entry.pointee.d_type))) }
    }
    return entries
  }
}
