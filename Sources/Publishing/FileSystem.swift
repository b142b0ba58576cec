/// The system calls that publishing makes, each of them one call of the operating system. Tests put one in
/// its place that fails or stops at a chosen call.
///
/// Paths are relative to an open folder, and the last component is never followed if it is a link.
protocol FileSystem: Sendable {
  /// Whether ``flushVolume(_:)`` makes all files of a file system durable, so that ``flush(_:)`` for each
  /// file is not needed.
  var flushesWholeVolumes: Bool { get }

  /// Opens a folder for reading. Fails with ``SystemError/isNotAFolder`` or ``SystemError/isALink`` if it
  /// is something else; the latter counts only where `followingLinks` is false.
  func openFolder(_ path: String, in folder: Folder?, followingLinks: Bool) throws(SystemError) -> Folder
  /// Opens a file for reading, without waiting for the other end of a pipe.
  func openFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32
  /// Creates a file that does not exist, for writing.
  func createFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32
  func close(_ file: Int32) throws(SystemError)
  /// Reads into the buffer; 0 bytes are the end of the file.
  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int
  /// Writes some of the bytes, at least one, and returns how many.
  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int
  /// Makes a file's bytes, or a folder's names, durable.
  func flush(_ file: Int32) throws(SystemError)
  /// Makes everything on a folder's file system durable, as far as the system can.
  func flushVolume(_ folder: Folder) throws(SystemError)

  func status(_ file: Int32) throws(SystemError) -> FileStatus
  func status(_ path: String, in folder: Folder?) throws(SystemError) -> FileStatus
  /// The names in a folder, in no order, without `.` and `..`.
  func names(in folder: Folder) throws(SystemError) -> [String]
  func realPath(_ path: String) throws(SystemError) -> String
  /// Whether names in a folder can be made and removed by this process.
  func checkWritable(_ folder: Folder) throws(SystemError)

  func makeFolder(_ path: String, in folder: Folder?) throws(SystemError)
  func removeFolder(_ path: String, in folder: Folder?) throws(SystemError)
  func removeFile(_ path: String, in folder: Folder) throws(SystemError)
  /// Moves a file, atomically in the place of another if there is one.
  func move(_ path: String, in folder: Folder, to newPath: String, in newFolder: Folder) throws(SystemError)
  /// Swaps two files atomically. Fails with ``SystemError/isNotSupported`` where the file system cannot.
  func swap(_ path: String, in folder: Folder, with other: String, in otherFolder: Folder) throws(SystemError)

  /// Takes a lock that ends with the descriptor or the process; `false` if another one has it.
  func tryLock(_ file: Int32) throws(SystemError) -> Bool
  /// Waits for the lock.
  func lock(_ file: Int32) throws(SystemError)
}

/// What is at a path.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, folder, link, other
  }

  let kind: Kind
  /// In bytes.
  let size: Int
  /// The file system it is on.
  let device: UInt64
  let inode: UInt64
}
