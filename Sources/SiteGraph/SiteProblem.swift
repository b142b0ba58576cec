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
  case endsBeforeStart(starts: String, ends: String)
}
