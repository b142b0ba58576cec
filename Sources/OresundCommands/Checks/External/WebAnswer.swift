import Foundation

/// What became of one request to another site.
enum WebAnswer: Hashable, Sendable {
  /// - location: Where a redirection leads, as the site wrote it.
  case status(Int, location: String? = nil)
  case failure(reason: String)
}

/// The requests that are made to other sites: both ask for the same, and `HEAD` only whether it is there.
enum WebMethod: String, Sendable {
  case head = "HEAD"
  case get = "GET"
}
