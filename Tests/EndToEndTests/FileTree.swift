import Foundation

/// All files below a folder, and how they differ from those below another.
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

  init(_ files: [String: [UInt8]]) {
    self.files = files
  }

  func write(to folder: URL) throws {
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// How another tree differs from this one, in words: which files it lacks, which it has in addition, and where
  /// a file differs first. Empty where they are the same.
  func difference(to other: FileTree) -> String {
    let paths = Set(files.keys).union(other.files.keys).sorted()
    let lines = paths.compactMap { path -> String? in
      switch (files[path], other.files[path]) {
      case (.some, nil): "missing: \(path)"
      case (nil, .some): "extra: \(path)"
      case (let expected?, let found?) where expected != found:
        "differs: \(path)\(Self.firstDifference(expected, found))"
      default: nil
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The first line that differs, in both versions.
  private static func firstDifference(_ expected: [UInt8], _ found: [UInt8]) -> String {
    let expected = lines(of: expected)
    let found = lines(of: found)
    let number = zip(expected, found).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String { number < lines.count ? lines[number] : "(the end)" }
    return ":\(number + 1)\n  - \(line(expected))\n  + \(line(found))"
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
