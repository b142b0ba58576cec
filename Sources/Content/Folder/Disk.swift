import Diagnostics
import Foundation

/// Reads folders and files: the only place of this target that touches the disk.
package enum Disk {
  enum Item {
    case file
    case folder
    case link
    case other
  }

  package struct Failure: Error {
    /// The system's message, such as “Permission denied”.
    package let reason: String

    static var current: Failure { Failure(reason: systemReason(errno)) }
  }

  /// The names in a folder with what they are, in the order of the system; `nil` for a name that is no UTF-8.
  static func items(in path: String) throws(Failure) -> [(name: String?, item: Item)] {
    guard let directory = opendir(path) else { throw .current }
    defer { closedir(directory) }
    var items: [(name: String?, item: Item)] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw .current }
        return items
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(validating: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): items.append((name, .file))
      case Int(DT_DIR): items.append((name, .folder))
      case Int(DT_LNK): items.append((name, .link))
      case Int(DT_UNKNOWN):
        items.append(
          (name, try name.map { name throws(Failure) in try item(at: path + "/" + name) } ?? .other))
      default: items.append((name, .other))
      }
    }
  }

  /// What is at a path; a link is not followed.
  static func item(at path: String) throws(Failure) -> Item {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .current }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// What is at a path; a link is not followed. `nil` where nothing is, or nothing can be seen.
  static func kind(of path: String) -> Item? {
    do throws(Failure) {
      return try item(at: path)
    } catch {
      return nil
    }
  }

  /// What tells the state of a file from others, or `nil` where it cannot be looked at. Links are followed.
  package static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    func nanoseconds(_ time: timespec) -> Int64 {
      Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
    return FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), file: UInt64(truncatingIfNeeded: status.st_ino),
      size: Int64(status.st_size), modified: nanoseconds(modified), changed: nanoseconds(changed))
  }

  /// The path without links, or `nil` where it leads nowhere.
  package static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A whole file, or its beginning up to a number of bytes.
  package static func bytes(of path: String, limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .current }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .current }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "it is no regular file") }
    var bytes: [UInt8] = []
    // One byte more than the file has, so that its end is usually found without another round.
    var room = min(max(Int(status.st_size), 0) + 1, limit)
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, room)
        initialized = max(count, 0)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .current
      }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if count == 0 || bytes.count >= limit { return bytes }
      room = min(max(room - count, 4096), limit - bytes.count)
    }
  }
}
