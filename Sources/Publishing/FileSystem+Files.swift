#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a file's bytes relate to given ones.
enum Comparison: Hashable, Sendable {
  case same
  case different
  case absent
  /// There is a folder.
  case folder
  case link
  /// Something that is neither file, folder nor link.
  case special
}

/// What is done with whole files.
extension FileSystem {
  /// Writes a new file.
  ///
  /// - Parameter durably: Whether the bytes are to be on the device when this returns.
  func writeFile(
    _ path: String, in folder: Folder, _ bytes: UnsafeRawBufferPointer, durably: Bool
  ) throws(SystemError) {
    let file = try createFile(path, in: folder)
    do throws(SystemError) {
      var rest = bytes
      while !rest.isEmpty { rest = UnsafeRawBufferPointer(rebasing: rest[try write(file, rest)...]) }
      if durably { try flush(file) }
    } catch {
      try close(file)
      throw error
    }
    try close(file)
  }

  /// Puts a file in the place of one that may be there, so that whoever looks, after a power loss too, sees
  /// the old bytes or the new ones.
  func replaceFile(
    _ path: String, in folder: Folder, with bytes: [UInt8], temporary: String
  ) throws(SystemError) {
    try removeFileIfThere(temporary, in: folder)
    // The system's typed errors do not pass through the standard library's closures.
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(SystemError) in try writeFile(temporary, in: folder, bytes, durably: true) }
    }
    try result.get()
    try move(temporary, in: folder, to: path, in: folder)
    try flush(folder.descriptor)
  }

  func removeFileIfThere(_ path: String, in folder: Folder) throws(SystemError) {
    do throws(SystemError) { try removeFile(path, in: folder) } catch .doesNotExist {}
  }

  /// Removes a folder unless there is something in it; whether it was removed.
  func removeFolderIfEmpty(_ path: String, in folder: Folder?) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try removeFolder(path, in: folder)
      return true
    } catch  where [.isNotEmpty, .alreadyExists, .doesNotExist, .isNotAFolder, .isBusy].contains(error) {
      return false
    }
  }

  /// All bytes of a file, or `nil` if there is none: nothing, or no regular file.
  func bytes(of path: String, in folder: Folder) throws(SystemError) -> [UInt8]? {
    let file: Int32
    do throws(SystemError) {
      file = try openFile(path, in: folder)
    } catch  where [.doesNotExist, .isALink, .isNotAFolder, .hasNoReader].contains(error) {
      return nil
    }
    let result = Result { () throws(SystemError) in
      let status = try status(file)
      return status.kind == .file ? try bytes(of: file, size: status.size) : nil
    }
    try close(file)
    return try result.get()
  }

  private func bytes(of file: Int32, size: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < bytes.count {
      let result = bytes.withUnsafeMutableBytes { buffer in
        Result { () throws(SystemError) in
          try read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
        }
      }
      let step = try result.get()
      if step == 0 { break }
      count += step
    }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// Compares a file with bytes: its size first, then what is in it.
  func compare(
    _ path: String, in folder: Folder, with bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Comparison {
    let file: Int32
    do throws(SystemError) {
      file = try openFile(path, in: folder)
    } catch {
      switch error {
      case .doesNotExist: return .absent
      case .isALink: return .link
      case .hasNoReader: return .special
      default: throw error
      }
    }
    let result = Result { () throws(SystemError) in try compare(file, with: bytes) }
    try close(file)
    return try result.get()
  }

  private func compare(_ file: Int32, with bytes: UnsafeRawBufferPointer) throws(SystemError) -> Comparison {
    let status = try status(file)
    switch status.kind {
    case .folder: return .folder
    case .link: return .link
    case .other: return .special
    case .file: break
    }
    guard status.size == bytes.count else { return .different }
    let result = withUnsafeTemporaryAllocation(byteCount: min(max(bytes.count, 1), 1 << 16), alignment: 16) {
      buffer in
      Result { () throws(SystemError) -> Comparison in
        var rest = bytes
        while !rest.isEmpty {
          let count = try read(file, into: buffer)
          guard count > 0, count <= rest.count else { return .different }
          guard let found = buffer.baseAddress, let expected = rest.baseAddress,
            memcmp(found, expected, count) == 0
          else { return .different }
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return .same
      }
    }
    return try result.get()
  }
}
