/// What a file of the site is for; decides when it appears in the output folder and how long it stays.
package enum OutputRole: String, Hashable, Sendable, CaseIterable {
  /// Something that pages need, at an address that changes with its bytes: appears before the pages and
  /// stays for one build after the last one that has it, for readers who still hold an older page.
  case asset
  /// Everything else: appears after the assets and goes with the first build that lacks it.
  case page
}
