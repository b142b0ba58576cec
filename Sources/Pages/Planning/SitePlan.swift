package import Diagnostics

/// All files that a site has: what is to be published, nothing of it rendered yet.
package struct SitePlan: Sendable {
  package let files: [PlannedFile]
  /// The pages of entries in the languages that they are translated into.
  package let addresses: [EntryAddress]
  package let diagnostics: [Diagnostic]
}
