package import Diagnostics

/// All files that a site has: what is to be published, nothing of it rendered yet.
package struct SitePlan: Sendable {
  package let files: [PlannedFile]
  /// The pages of entries in the languages that they are translated into.
  package let addresses: [EntryAddress]
  /// What searches are to find; nothing where the site has no search.
  package let documents: [PlannedDocument]
  package let diagnostics: [Diagnostic]

  /// The plan without the files that are made for others than browsers: feeds, data, what servers read.
  package var pagesAlone: SitePlan {
    let pages = files.filter { if case .made = $0.content { false } else { true } }
    return SitePlan(
      files: pages, addresses: addresses, documents: documents, diagnostics: diagnostics)
  }
}
