/// Goes from folder to folder of the output folder, each opened from the one around it and never through a
/// link, so that nothing outside can be reached, whatever somebody does to the folders meanwhile. Going in
/// the order of the paths opens each folder once.
struct FolderCursor {
  private let output: OutputFolder
  private let system: any FileSystem
  /// The folders on the way to where the cursor is, outermost first.
  private var open: [(name: Substring, folder: Folder)] = []

  init(_ output: OutputFolder, system: any FileSystem) {
    self.output = output
    self.system = system
  }

  /// The folder that a file is in, or `nil` if it is not there or something else is.
  mutating func existingFolder(of file: OutputPath) throws(PublishingFailure) -> Folder? {
    try go(to: file) { _, _ throws(PublishingFailure) in false }
  }

  /// The folder that a file is in, made if it is not there.
  ///
  /// - Parameter made: Is told each folder that was made.
  mutating func madeFolder(
    of file: OutputPath, made: (OutputPath) -> Void
  ) throws(PublishingFailure) -> Folder {
    let system = system
    let output = output
    let folder = try go(to: file) { (path: OutputPath, parent: Folder) throws(PublishingFailure) in
      do throws(SystemError) {
        try system.makeFolder(String(path.name), in: parent)
        made(path)
        return true
      } catch .alreadyExists {
        let kind: FileStatus.Kind
        do throws(SystemError) {
          kind = try system.status(String(path.name), in: parent).kind
        } catch {
          throw PublishingFailure(.systemFailure(.create, output.shown(path), reason: error))
        }
        throw PublishingFailure(
          kind == .link
            ? .linkInOutput(output.shown(path), file: output.shown(file))
            : .fileInTheWay(output.shown(path), file: output.shown(file)))
      } catch {
        throw PublishingFailure(.systemFailure(.create, output.shown(path), reason: error))
      }
    }
    guard let folder else {
      throw PublishingFailure(.systemFailure(.create, output.shown(file), reason: .doesNotExist))
    }
    return folder
  }

  /// - Parameter make: Makes a folder that is not there; `false` if it is not to be made.
  private mutating func go(
    to file: OutputPath, make: (OutputPath, Folder) throws(PublishingFailure) -> Bool
  ) throws(PublishingFailure) -> Folder? {
    let names = file.text.split(separator: "/").dropLast()
    let common = zip(open, names).prefix { $0.0.name == $0.1 }.count
    open.removeSubrange(common...)
    for (depth, name) in names.enumerated().dropFirst(common) {
      let parent = open.last?.folder ?? output.folder
      let path = file.folders[depth]
      do throws(SystemError) {
        open.append((name, try system.openFolder(String(name), in: parent, followingLinks: false)))
        continue
      } catch  where [.doesNotExist, .isNotAFolder, .isALink].contains(error) {
        if !(try make(path, parent)) { return nil }
      } catch {
        throw PublishingFailure(.systemFailure(.read, output.shown(path), reason: error))
      }
      do throws(SystemError) {
        open.append((name, try system.openFolder(String(name), in: parent, followingLinks: false)))
      } catch {
        throw PublishingFailure(.systemFailure(.read, output.shown(path), reason: error))
      }
    }
    return open.last?.folder ?? output.folder
  }
}
