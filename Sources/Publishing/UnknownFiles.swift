/// Files in an output folder of which nothing is on record and that the new site does not have: pages of
/// builds before the state folder was deleted, or somebody else's. Hidden ones do not count: version control
/// and hosting services keep their own.
struct UnknownFiles {
  /// How many of them are named.
  private static let exampleLimit = 3

  private let files: [OutputPath: StagedFile]
  private let output: OutputFolder
  private let system: any FileSystem
  private var count = 0
  private var examples: [String] = []

  /// Looks at the whole output folder.
  ///
  /// - Parameter files: The new site's.
  init(
    besides files: [OutputPath: StagedFile], in output: OutputFolder, system: any FileSystem
  ) throws(PublishingFailure) {
    self.files = files
    self.output = output
    self.system = system
    try look(into: output.folder, prefix: "")
  }

  /// What is to be told of them.
  var problem: PublishingProblem? {
    count == 0 ? nil : .unknownFiles(output.path, count: count, examples: examples)
  }

  /// - Parameter prefix: The folder's path with a slash at its end; nothing for the output folder itself.
  private mutating func look(into folder: Folder, prefix: String) throws(PublishingFailure) {
    let shown = prefix.isEmpty ? output.path : "\(output.path)/\(prefix.dropLast())"
    let names = try attempt(.read, shown) { () throws(SystemError) in try system.names(in: folder) }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = prefix + name
      let kind = try attempt(.read, "\(output.path)/\(path)") { () throws(SystemError) in
        try system.status(name, in: folder).kind
      }
      if kind == .folder {
        let inner = try attempt(.read, "\(output.path)/\(path)") { () throws(SystemError) -> Folder? in
          do throws(SystemError) {
            return try system.openFolder(name, in: folder, followingLinks: false)
          } catch .isForbidden {
            // None of ours, such as a file system’s “lost+found”.
            return nil
          }
        }
        if let inner { try look(into: inner, prefix: path + "/") }
      } else if OutputPath(recorded: path[...]).flatMap({ files[$0] }) == nil {
        count += 1
        if examples.count < Self.exampleLimit { examples.append(path) }
      }
    }
  }
}
