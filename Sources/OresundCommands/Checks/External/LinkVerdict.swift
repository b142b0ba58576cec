/// What another site says of an address.
enum LinkVerdict: Hashable, Sendable {
  /// There is something, or the site does not show it to programs.
  case fine
  /// It is not there (404) or no longer there (410).
  case gone(status: Int)
  /// It is at another address for good.
  case moved(to: String)
  /// There was no answer, or none that says anything.
  case unreachable(reason: String)
}
