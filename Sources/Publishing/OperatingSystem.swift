#if canImport(Darwin)
  import Darwin
#else
  import CLinux
  import Glibc
#endif

/// The file system as the operating system gives it (POSIX.1-2017, and a few calls beyond).
struct OperatingSystem: FileSystem {
  #if canImport(Darwin)
    let flushesWholeVolumes = false
  #else
    let flushesWholeVolumes = true
  #endif

  func openFolder(_ path: String, in folder: Folder?, followingLinks: Bool) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
    return Folder(descriptor: try result { openat(Self.descriptor(folder), path, flags) })
  }

  func openFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32 {
    try result { openat(folder.descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
  }

  func createFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32 {
    try result {
      openat(folder.descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    }
  }

  func close(_ file: Int32) throws(SystemError) {
    #if canImport(Darwin)
      let status = Darwin.close(file)
    #else
      let status = Glibc.close(file)
    #endif
    // An interrupted close has closed; trying again could hit a descriptor of somebody else.
    if status != 0, errno != EINTR { throw SystemError(code: errno) }
  }

  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    #if canImport(Darwin)
      try result { Darwin.read(file, buffer.baseAddress, buffer.count) }
    #else
      try result { Glibc.read(file, buffer.baseAddress, buffer.count) }
    #endif
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    #if canImport(Darwin)
      try result { Darwin.write(file, bytes.baseAddress, bytes.count) }
    #else
      try result { Glibc.write(file, bytes.baseAddress, bytes.count) }
    #endif
  }

  func flush(_ file: Int32) throws(SystemError) {
    #if canImport(Darwin)
      // fsync alone leaves the bytes in the drive's cache; not every file system knows the stronger call.
      if fcntl(file, F_FULLFSYNC) == 0 { return }
    #endif
    try result { fsync(file) }
  }

  func flushVolume(_ folder: Folder) throws(SystemError) {
    #if canImport(Darwin)
      try flush(folder.descriptor)
    #else
      try result { syncfs(folder.descriptor) }
    #endif
  }

  func status(_ file: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    try result { fstat(file, &status) }
    return FileStatus(status)
  }

  func status(_ path: String, in folder: Folder?) throws(SystemError) -> FileStatus {
    var status = stat()
    try result { fstatat(Self.descriptor(folder), path, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  func names(in folder: Folder) throws(SystemError) -> [String] {
    // A descriptor of its own: reading moves the position, and closing the stream closes it.
    let descriptor = try result { openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(descriptor) else {
      let error = SystemError(code: errno)
      try close(descriptor)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError(code: errno) }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  func realPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemError(code: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  func checkWritable(_ folder: Folder) throws(SystemError) {
    try result { faccessat(folder.descriptor, ".", W_OK | X_OK, 0) }
  }

  func makeFolder(_ path: String, in folder: Folder?) throws(SystemError) {
    try result { mkdirat(Self.descriptor(folder), path, 0o755) }
  }

  func removeFolder(_ path: String, in folder: Folder?) throws(SystemError) {
    try result { unlinkat(Self.descriptor(folder), path, AT_REMOVEDIR) }
  }

  func removeFile(_ path: String, in folder: Folder) throws(SystemError) {
    try result { unlinkat(folder.descriptor, path, 0) }
  }

  func move(
    _ path: String, in folder: Folder, to newPath: String, in newFolder: Folder
  ) throws(SystemError) {
    try result { renameat(folder.descriptor, path, newFolder.descriptor, newPath) }
  }

  func swap(
    _ path: String, in folder: Folder, with other: String, in otherFolder: Folder
  ) throws(SystemError) {
    do throws(SystemError) {
      #if canImport(Darwin)
        try result {
          renameatx_np(folder.descriptor, path, otherFolder.descriptor, other, UInt32(RENAME_SWAP))
        }
      #else
        try result {
          renameat2(folder.descriptor, path, otherFolder.descriptor, other, CLINUX_RENAME_EXCHANGE)
        }
      #endif
    } catch  where error.code == EINVAL || error.code == ENOSYS || error.code == ENOTSUP {
      throw .isNotSupported
    }
  }

  func tryLock(_ file: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try result { flock(file, LOCK_EX | LOCK_NB) }
      return true
    } catch  where error.code == EWOULDBLOCK {
      return false
    }
  }

  func lock(_ file: Int32) throws(SystemError) {
    try result { flock(file, LOCK_EX) }
  }

  private static func descriptor(_ folder: Folder?) -> Int32 { folder?.descriptor ?? AT_FDCWD }

  /// The call's result, once it is not interrupted by a signal.
  @discardableResult
  private func result<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
    while true {
      let number = call()
      if number >= 0 { return number }
      if errno != EINTR { throw SystemError(code: errno) }
    }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
