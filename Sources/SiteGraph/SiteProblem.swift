package import Content

/// What can be wrong between the entries of a site.
package enum SiteProblem: Error {
  case unknownReference(String, kinds: [String], outside: Bool, nearest: String?)
  case ambiguousReference(String, candidates: [String])
  case referenceToOtherKind(String, kind: String, expected: [String])
  case referenceToItself(String)
  case hiddenReference(String)
  case addressTaken(path: String)
  case addressOfSite(path: String, owner: String)
  case addressesOfSite(path: String, owners: [String])
  case addressFolds(path: String, other: String)
  case aliasTaken(String)
  case aliasOfSite(String, owner: String)
  case aliasOfItself(String)
  case aliasTwice(String)
  case unknownMenuItem(String, nearest: String?)
  case unknownLegalPage(String, nearest: String?)
  case brokenLink(String, nearest: String?)
  case hiddenLink(String)
  case brokenAnchor(String, file: String, nearest: String?)
  case missingFile(String, nearest: String?)
  case emptyLink
  case incompleteAddress(String, meant: String?)
  case endsBeforeStart(starts: String, ends: String)
  /// A local time that the clocks skip; `meant` is as long after the change as it would have been without it.
  case noSuchTime(LocalDateTime, zone: String, change: ZoneClock.Change, meant: LocalDateTime?)
  /// A local time that the clocks show twice; `second` is the later moment in UTC.
  case ambiguousTime(LocalDateTime, zone: String, change: ZoneClock.Change, second: LocalDateTime?)
  case hiddenLegalPage(String)
  /// What stands alone in a field that links those named in it with each other.
  case alone(field: String)
  case namedTwice(String, field: String)
}
