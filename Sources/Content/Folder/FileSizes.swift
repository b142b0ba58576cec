/// The sizes of the files that a content folder publishes as they are.
enum FileSizes {
  /// In bytes, by path as given. A file that cannot be looked at has none: it is reported when it is published.
  static func of(_ paths: [String]) -> [String: Int] {
    Dictionary(
      paths.compactMap { path in Disk.identity(of: path).map { (path, Int(clamping: $0.size)) } },
      uniquingKeysWith: { first, _ in first })
  }
}
