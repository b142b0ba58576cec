/// A file of the site that is being built, and what its path held before.
struct StagedFile: Hashable, Sendable {
  enum Finding: Hashable, Sendable {
    /// The right bytes: there is nothing to do.
    case same
    case nothing
    /// A file with other bytes.
    case otherFile
    /// A folder in the file's place.
    case folder
    /// A file in the place of a folder on the way.
    case fileOnTheWay(OutputPath)
  }

  let role: OutputRole
  let hash: ContentHash
  let finding: Finding
  /// The name in the staging area; empty where there is nothing to do.
  let staged: String
}
