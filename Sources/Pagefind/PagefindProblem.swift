/// Why there is no index.
package enum PagefindProblem: Hashable, Error {
  /// There is no program where it was said to be.
  case noProgram(String)
  case notStarted(String, reason: String)
  /// It ended before it had answered.
  case ended(String, status: Int32, output: String)
  /// It said nothing for so many seconds.
  case silent(String, seconds: Int)
  /// It answered what is no answer.
  case garbage(String)
  /// It could not index a page.
  case refused(page: String, reason: String)
  /// It could not make the index.
  case failed(reason: String)
  /// The site wants a search, and the program is not installed.
  case notInstalled
}
