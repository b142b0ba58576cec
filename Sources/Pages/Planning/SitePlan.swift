package import Diagnostics

/// All files that a site has: what is to be published, nothing of it rendered yet.
package struct SitePlan: Sendable {
  package let files: [PlannedFile]
  package let diagnostics: [Diagnostic]
}
