/// What an editor should look after in a site that can be built. All are warnings.
package enum ReviewProblem: Hashable, Sendable {
  /// - last: The day of the last news about the cluster.
  case quietCluster(key: String, last: String?)
  case unusedTopic(String)
  case duplicateTitle(String)
  case longTitle(count: Int, limit: Int)
  case longSummary(count: Int, limit: Int)
  case missingTranslation(language: String)
  case partialTranslation(of: String, lacks: [String])
  case outdatedTranslation(String)
  case orphanedFile(entry: String)
  case wideImage(width: Int, limit: Int)
  /// - length: In bytes.
  case heavyImage(length: Int)
  case imageWithPosition
}
