import Diagnostics

/// What can be wrong with the output folder, the state folder or a path in them. Paths are shown as they
/// were given; a file's is the output folder's with the file's own behind it.
package enum PublishingProblem: Problem, Hashable {
  /// The output folder is a symbolic link.
  case outputIsLink(String)
  /// There is something else where the output or state folder should be.
  case notAFolder(String)
  /// The output folder cannot be written to.
  case outputNotWritable(String, reason: SystemError)
  /// Two folders that must be apart are the same, or one is in the other.
  case foldersOverlap(output: String, FolderOverlap, other: String, role: FolderRole)
  /// The state folder is one that is read, or inside it.
  case stateInFolder(String, other: String, role: FolderRole)
  /// A path of the site is none that a file in the output folder can have.
  case invalidPath(String, InvalidPath)
  /// Two files of one build have the same path.
  case duplicatePath(String)
  /// One file's path is needed as a folder by another file of the same build.
  case fileIsFolder(String, child: String)
  /// A symbolic link on the way to a file, or in its place.
  case linkInOutput(String, file: String)
  /// A file that is not ours stands where a folder is needed.
  case fileInTheWay(String, file: String)
  /// A folder with files that are not ours, or something that is no file at all, stands where a file belongs.
  case folderInTheWay(String)
  /// A device, socket or named pipe stands where a file or folder belongs.
  case notAFile(String)
  /// The operating system refused something.
  case systemFailure(Action, String, reason: SystemError)
  /// Something failed while files were being replaced, and so did putting the old ones back.
  case interrupted(String)
  /// `commit` was called though a file could not be staged.
  case incomplete

  /// A file that we wrote, which somebody changed since, is no longer part of the site.
  case changedFileKept(String)
  /// A file that somebody else put there was replaced by one of the site.
  case foreignFileReplaced(String)
  /// Without a record of earlier builds, files that the site does not have stay; the first of them by name.
  case unknownFiles(String, count: Int, examples: [String])
  /// Our own notes about the output folder cannot be understood.
  case stateIgnored(String)
  /// Temporary files could not be removed.
  case leftovers(String, reason: SystemError)

  /// What was being done when a system call failed.
  package enum Action: String, Hashable, Sendable {
    case create, read, write, replace, remove, flush, lock
  }

  /// Why a path is refused.
  package enum InvalidPath: Hashable, Sendable {
    case empty
    case absolute
    /// An empty component, `.` or `..`.
    case component(String)
    case controlCharacter
    /// The name is one that we use ourselves in the output folder.
    case reserved
  }
}
