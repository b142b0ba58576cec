import Foundation

/// All files below a folder.
struct FileTree {
  /// What the files hold, by their paths in the folder.
  let files: [String: [UInt8]]

  /// The tree at a folder; of one that does not exist, no files.
  init(at folder: URL) throws {
    var files: [String: [UInt8]] = [:]
    let enumerator = FileManager.default.enumerator(atPath: folder.path)
    while let path = enumerator?.nextObject() as? String {
      let file = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[path] = Array(try Data(contentsOf: file))
    }
    self.files = files
  }
}
