/// What happened to a file or folder that is watched.
enum FolderEvent: Hashable, Sendable {
  /// A file is there that somebody may still be writing.
  case opened(String)
  /// A file or folder is there as it is meant to be: written, or moved here.
  case finished(String)
  /// A file or folder is no longer there.
  case gone(String)
  /// Something happened that is not known.
  case lost
}
