/// A whole state of the site: every file that a build would publish, none of it made yet.
package final class ServedSite: Sendable {
  /// In the order in which they are made when nobody asks.
  let files: [ServedFile]
  /// The path below the host at which the site lives, without a slash at its end; empty at the root.
  let basePath: String
  let rules: HostRules
  /// Where files are that are not made one by one.
  private let folder: ServedFolder?
  /// The folders on disk that files may lie in.
  private let folders: [String]
  private let numbers: [String: Int]

  /// - Parameters:
  ///   - files: Each path once.
  ///   - basePath: Such as `/icn`, or nothing.
  ///   - folders: The folders, as given, from which files may be served: a link out of them is not followed.
  ///   - folder: Where files are that are not made one by one.
  package init(files: [ServedFile], basePath: String, folders: [String], folder: ServedFolder? = nil) {
    self.files = files
    self.basePath = basePath
    self.folder = folder
    self.folders = folders
    let numbers = Dictionary(
      files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    func bytes(_ name: String) -> [UInt8] {
      guard let number = numbers[name] else { return [] }
      switch files[number].content {
      // These two are no pages: nothing in them can fail.
      case .made(let make): return (try? make().get()) ?? []
      case .disk(let path): return DiskFile(path, in: folders)?.bytes() ?? []
      }
    }
    rules = HostRules(headers: bytes("_headers"), redirects: bytes("_redirects"))
  }

  func file(_ path: String) -> ServedFile? { numbers[path].map { files[$0] } }

  /// A file on disk, or `nil` where it is not there or lies elsewhere.
  func diskFile(_ path: String) -> DiskFile? { DiskFile(path, in: folders) }

  // MARK: As a host of static sites finds files

  enum Answer {
    case file(ServedFile)
    /// What may be in a folder, by its name there.
    case inside(ServedFolder, name: String)
    /// A path or an address, as it stands in `Location`.
    case redirect(to: String, status: Int)
    /// The page that says so, where there is one.
    case missing(ServedFile?)
  }

  /// What is at a path of the host.
  func answer(to request: RequestPath) -> Answer {
    guard let path = below(base: request.path) else {
      return request.path.isEmpty || "/\(request.path)" == basePath
        ? .redirect(to: "\(basePath)/\(request.query)", status: 302) : .missing(file("404.html"))
    }
    if let redirect = rules.redirect(from: request.path) {
      return .redirect(to: redirect.target, status: redirect.status)
    }
    if path.isEmpty || path.hasSuffix("/") {
      if let index = file("\(path)index.html") { return .file(index) }
    } else if let file = file(path) {
      return .file(file)
    } else if file("\(path)/index.html") != nil {
      return .redirect(to: "/\(RequestPath.encode(request.path))/\(request.query)", status: 301)
    }
    if let folder, path.hasPrefix(folder.path) {
      return .inside(folder, name: String(path.dropFirst(folder.path.count)))
    }
    return .missing(notFoundPage(for: path))
  }

  /// The path below the site's root, or `nil` where it is not in the site.
  private func below(base path: String) -> String? {
    if basePath.isEmpty { return path }
    let base = "\(basePath.dropFirst())/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : nil
  }

  /// The nearest `404.html`: in the folder, or in one around it.
  func notFoundPage(for path: String) -> ServedFile? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let page = file("\(folder)/404.html") { return page }
    }
    return file("404.html")
  }
}
