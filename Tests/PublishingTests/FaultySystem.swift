import Foundation
import Synchronization

@testable import Publishing

/// The operating system, but for one call: there it fails, or everything stops, as after a crash or a loss
/// of power. Without a fault it only counts the calls, and does not wait for the device.
final class FaultySystem: FileSystem {
  enum Fault: Equatable {
    /// The call fails, those after it do not.
    case failure(call: Int, SystemError)
    /// The call and all after it do nothing; a write has written half.
    case crash(call: Int)
  }

  /// Which changes of names a loss of power undoes, of those that are not on the device.
  enum LostNames {
    case none, all
    /// Those in the state folder itself.
    case state
    /// All others.
    case site
  }

  private struct Record {
    var calls = 0
    /// The calls so far, by name.
    var names: [String] = []
    /// Folders that hold manifests and journals.
    var stateFolders: Set<UInt64> = []
    /// Files that are not on the device yet.
    var volatileFiles: Set<UInt64> = []
    /// Changes of names that are not on the device yet, in their order.
    var volatileNames: [(folders: Set<UInt64>, undo: @Sendable () throws -> Void)] = []
  }

  let flushesWholeVolumes: Bool
  private let system = OperatingSystem()
  private let fault: Fault?
  /// The error of every ``swap(_:in:with:in:)``, if the file system cannot do it.
  private let swapError: SystemError?
  /// Keeps what is removed, so that a loss of power can bring it back.
  private let graveyard: Folder
  private let record = Mutex(Record())

  init(
    _ fault: Fault? = nil, graveyard: Folder, flushesWholeVolumes: Bool = true, swapError: SystemError? = nil
  ) {
    self.fault = fault
    self.flushesWholeVolumes = flushesWholeVolumes
    self.swapError = swapError
    self.graveyard = graveyard
  }

  /// The names of the calls so far.
  var calls: [String] { record.withLock { $0.names } }

  /// Whether the fault has come.
  var hasFaulted: Bool {
    switch fault {
    case .failure(let call, _), .crash(let call): record.withLock { $0.calls > call }
    case nil: false
    }
  }

  /// Takes away what was not on the device: the bytes of files, and names.
  func losePower(in root: String, losing names: LostNames) throws {
    let record = record.withLock { $0 }
    let files = record.volatileFiles
    for change in record.volatileNames.reversed() {
      let isState = change.folders.isSubset(of: record.stateFolders)
      switch names {
      case .none: break
      case .all: try change.undo()
      case .state: if isState { try change.undo() }
      case .site: if !isState { try change.undo() }
      }
    }
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      if attributes[.type] as? FileAttributeType == .typeRegular,
        let inode = attributes[.systemFileNumber] as? UInt64, files.contains(inode)
      {
        truncate("\(root)/\(path)", 0)
      }
    }
  }

  private func step(_ name: String = #function) throws(SystemError) {
    let error: SystemError? = record.withLock { record in
      let call = record.calls
      record.calls += 1
      record.names.append(name)
      switch fault {
      case .failure(call, let error): return error
      case .crash(let last) where call >= last: return SystemError(code: EIO)
      default: return nil
      }
    }
    if let error { throw error }
  }

  private func changed(_ folders: Folder?..., undo: @escaping @Sendable () throws -> Void) throws(SystemError)
  {
    var inodes: Set<UInt64> = []
    for case let folder? in folders { inodes.insert(try system.status(folder.descriptor).inode) }
    record.withLock { [inodes] in $0.volatileNames.append((inodes, undo)) }
  }

  /// Keeps what is about to lose its name, and returns how to bring it back.
  private func bury(_ path: String, in folder: Folder) throws(SystemError) -> @Sendable () throws -> Void {
    let name = UUID().uuidString
    let source = folder.descriptor
    let grave = graveyard.descriptor
    guard linkat(source, path, grave, name, 0) == 0 else { return {} }
    return { [system, graveyard] in try system.move(name, in: graveyard, to: path, in: folder) }
  }

  func openFolder(_ path: String, in folder: Folder?, followingLinks: Bool) throws(SystemError) -> Folder {
    try step()
    let opened = try system.openFolder(path, in: folder, followingLinks: followingLinks)
    if path.contains("/outputs/") {
      let inode = try system.status(opened.descriptor).inode
      _ = record.withLock { $0.stateFolders.insert(inode) }
    }
    return opened
  }

  func openFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32 {
    try step()
    return try system.openFile(path, in: folder)
  }

  func createFile(_ path: String, in folder: Folder) throws(SystemError) -> Int32 {
    try step()
    let file = try system.createFile(path, in: folder)
    let inode = try system.status(file).inode
    _ = record.withLock { $0.volatileFiles.insert(inode) }
    try changed(folder) { [system] in try system.removeFile(path, in: folder) }
    return file
  }

  func close(_ file: Int32) throws(SystemError) {
    try system.close(file)
    try step()
  }

  func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try step()
    // Short reads are allowed, so there are some; likewise writes.
    return try system.read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(400)))
  }

  func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(SystemError) -> Int {
    do throws(SystemError) {
      try step()
    } catch {
      _ = try system.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix((bytes.count + 1) / 2)))
      throw error
    }
    return try system.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(400)))
  }

  // Nothing is really flushed: a test would take minutes.
  func flush(_ file: Int32) throws(SystemError) {
    try step()
    let inode = try system.status(file).inode
    record.withLock { record in
      record.volatileFiles.remove(inode)
      record.volatileNames.removeAll { $0.folders.contains(inode) }
    }
  }

  func flushVolume(_ folder: Folder) throws(SystemError) {
    try step()
    record.withLock { record in
      if flushesWholeVolumes { record.volatileFiles = [] }
      record.volatileNames = []
    }
  }

  func status(_ file: Int32) throws(SystemError) -> FileStatus {
    try step()
    return try system.status(file)
  }

  func status(_ path: String, in folder: Folder?) throws(SystemError) -> FileStatus {
    try step()
    return try system.status(path, in: folder)
  }

  func names(in folder: Folder) throws(SystemError) -> [String] {
    try step()
    return try system.names(in: folder)
  }

  func realPath(_ path: String) throws(SystemError) -> String {
    try step()
    return try system.realPath(path)
  }

  func checkWritable(_ folder: Folder) throws(SystemError) {
    try step()
    try system.checkWritable(folder)
  }

  func makeFolder(_ path: String, in folder: Folder?) throws(SystemError) {
    try step()
    try system.makeFolder(path, in: folder)
    try changed(folder) { [system, graveyard] in
      try system.move(path, in: folder ?? graveyard, to: UUID().uuidString, in: graveyard)
    }
  }

  func removeFolder(_ path: String, in folder: Folder?) throws(SystemError) {
    try step()
    // Kept, so that what is undone in it later finds it.
    let removed = try system.openFolder(path, in: folder, followingLinks: false)
    if !(try system.names(in: removed).isEmpty) { throw .isNotEmpty }
    // Without a folder the path is absolute, and what it is relative to does not matter.
    let parent = folder ?? graveyard
    let name = UUID().uuidString
    try system.move(path, in: parent, to: name, in: graveyard)
    try changed(folder) { [system, graveyard] in
      try system.move(name, in: graveyard, to: path, in: parent)
    }
  }

  func removeFile(_ path: String, in folder: Folder) throws(SystemError) {
    try step()
    let revive = try bury(path, in: folder)
    try system.removeFile(path, in: folder)
    try changed(folder, undo: revive)
  }

  func move(
    _ path: String, in folder: Folder, to newPath: String, in newFolder: Folder
  ) throws(SystemError) {
    try step()
    let revive = try bury(newPath, in: newFolder)
    try system.move(path, in: folder, to: newPath, in: newFolder)
    try changed(folder, newFolder) { [system] in
      try system.move(newPath, in: newFolder, to: path, in: folder)
      try revive()
    }
  }

  func swap(
    _ path: String, in folder: Folder, with other: String, in otherFolder: Folder
  ) throws(SystemError) {
    try step()
    if let swapError { throw swapError }
    try system.swap(path, in: folder, with: other, in: otherFolder)
    try changed(folder, otherFolder) { [system] in
      try system.swap(path, in: folder, with: other, in: otherFolder)
    }
  }

  func tryLock(_ file: Int32) throws(SystemError) -> Bool {
    try step()
    return try system.tryLock(file)
  }

  func lock(_ file: Int32) throws(SystemError) {
    try step()
    try system.lock(file)
  }
}
