#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file on disk that is served as it is.
struct DiskFile {
  let path: String
  /// Bytes.
  let size: Int
  /// Tells this state of the file from others.
  let tag: String

  /// The file at a path, or `nil` where there is none, or where a link leads out of the folders.
  init?(_ path: String, in folders: [String]) {
    guard let real = Self.real(path),
      folders.contains(where: { folder in Self.real(folder).map { real.hasPrefix("\($0)/") } ?? false })
    else { return nil }
    var status = stat()
    guard lstat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = real
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    tag = "\(status.st_ino)-\(status.st_size)-\(time.tv_sec)-\(time.tv_nsec)"
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The whole file, or a part of it; `nil` where it cannot be read to the end of the part.
  func bytes(_ range: Range<Int>? = nil) -> [UInt8]? { Self.bytes(of: path, range ?? 0..<size) }

  static func bytes(of path: String, _ range: Range<Int>) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      while done < range.count, let start = buffer.baseAddress {
        let count = pread(descriptor, start + done, range.count - done, off_t(range.lowerBound + done))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        done += count
      }
      initialized = done
    }
    return done == range.count ? bytes : nil
  }
}
