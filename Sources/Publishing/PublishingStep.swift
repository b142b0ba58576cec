/// One change of an output folder. A change that is done already can be done again and does nothing.
enum PublishingStep: Hashable, Sendable {
  /// Moves a staged file with these bytes to its path. `replacing`: in the place of an older one.
  case put(OutputPath, staged: String, hash: ContentHash, replacing: Bool)
  /// Takes a file away if it has these bytes.
  case remove(OutputPath, hash: ContentHash)
  /// Removes a folder if it is empty.
  case removeFolder(OutputPath)
}
