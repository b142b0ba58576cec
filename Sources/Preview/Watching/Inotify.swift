#if os(Linux)
  import Diagnostics
  import Glibc

  /// Linux's own notice of what happens in folders (inotify(7)).
  final class Inotify: FolderSource {
    struct Failure: Error {
      let reason: String
    }

    private static let mask = UInt32(
      IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF)
    /// How often a folder that went is looked for, in milliseconds.
    private static let patience = 250

    private let descriptor: Int32
    private let scope: WatchedFolders
    /// The watched folders by the system's numbers, and the numbers by folder.
    private var folders: [Int32: String] = [:]
    private var numbers: [String: Int32] = [:]
    private var missing: Set<String> = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(_ scope: WatchedFolders) throws(Failure) {
      self.scope = scope
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw Self.failure }
      for root in scope.roots {
        if try !watch(root) { missing.insert(root) }
      }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static var failure: Failure { Failure(reason: systemReason(errno)) }

    func events(within milliseconds: Int?) -> [FolderEvent] {
      if !missing.isEmpty, lookForMissing() { return [.lost] }
      let patience = missing.isEmpty ? milliseconds : min(milliseconds ?? .max, Self.patience)
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      repeat {
        let count = poll(&waiting, 1, patience.map { Int32(clamping: $0) } ?? -1)
        if count > 0 { return read() }
        if count < 0, errno != EINTR { return [.lost] }
        if count == 0, milliseconds != nil { return [] }
        if !missing.isEmpty, lookForMissing() { return [.lost] }
      } while true
    }

    // MARK: Watches

    /// Watches a folder and those in it.
    ///
    /// - Returns: Whether it is there.
    private func watch(_ folder: String) throws(Failure) -> Bool {
      let number = inotify_add_watch(descriptor, folder, Self.mask | UInt32(IN_ONLYDIR))
      guard number >= 0 else {
        if errno == ENOENT || errno == ENOTDIR || errno == EACCES { return false }
        throw Self.failure
      }
      folders[number] = folder
      numbers[folder] = number
      for name in FolderListing.folders(in: folder) {
        let path = "\(folder)/\(name)"
        if scope.contains(path) { _ = try watch(path) }
      }
      return true
    }

    /// Forgets a folder that went, and those that went with it.
    private func forget(_ folder: String) {
      for (path, number) in numbers where path == folder || path.hasPrefix("\(folder)/") {
        inotify_rm_watch(descriptor, number)
        numbers[path] = nil
        folders[number] = nil
      }
      if scope.roots.contains(folder) { missing.insert(folder) }
    }

    /// Watches the folders that are there again.
    private func lookForMissing() -> Bool {
      var found = false
      for root in missing.sorted() {
        // Where the system's limit is reached now, the folder stays missing, and everything is looked at.
        if (try? watch(root)) ?? false {
          missing.remove(root)
          found = true
        }
      }
      return found
    }

    // MARK: Events

    private func read() -> [FolderEvent] {
      var events: [FolderEvent] = []
      let size = buffer.count
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, size) }
      guard count > 0 else { return errno == EAGAIN || errno == EINTR ? [] : [.lost] }
      let header = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + header <= count {
        let (event, name) = buffer.withUnsafeBytes { bytes in
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(offset + header + Int(event.len), count)
          return (event, bytes[offset + header..<end].prefix { $0 != 0 })
        }
        offset += header + Int(event.len)
        events += self.events(event, name: String(decoding: name, as: UTF8.self))
      }
      return events
    }

    private func events(_ event: inotify_event, name: String) -> [FolderEvent] {
      func has(_ flag: Int32) -> Bool { event.mask & UInt32(bitPattern: flag) != 0 }
      if has(Int32(IN_Q_OVERFLOW)) { return [.lost] }
      guard let folder = folders[event.wd] else { return [] }
      if has(Int32(IN_DELETE_SELF)) || has(Int32(IN_MOVE_SELF)) || has(Int32(IN_IGNORED)) {
        // Of a folder in a folder, the one around it tells.
        guard scope.roots.contains(folder) else { return [] }
        forget(folder)
        return [.lost]
      }
      let path = "\(folder)/\(name)"
      guard !name.isEmpty, scope.contains(path) else { return [] }
      if has(Int32(IN_ISDIR)) {
        return self.events(ofFolder: path, isThere: !has(Int32(IN_MOVED_FROM | IN_DELETE)))
      }
      if has(Int32(IN_MOVED_FROM)) || has(Int32(IN_DELETE)) { return [.gone(path)] }
      if has(Int32(IN_CREATE)), FolderListing.isBeingMade(path) { return [.opened(path)] }
      return [.finished(path)]
    }

    private func events(ofFolder path: String, isThere: Bool) -> [FolderEvent] {
      guard isThere else {
        forget(path)
        return [.gone(path)]
      }
      do throws(Failure) {
        _ = try watch(path)
        return [.finished(path)]
      } catch {
        // The limit is reached: what happens in there will go unnoticed, but what is there now is seen.
        return [.lost]
      }
    }
  }
#endif
