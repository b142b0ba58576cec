import Content
import Diagnostics

extension SiteReview {
  /// What is missing, partial or out of date: one for each entry and language. A translation that is a draft
  /// is on its way; and what a site hides where it is not translated (`untranslated: hide`) need not be.
  var translationGaps: [Diagnostic] {
    TranslationReport(content, options: site.options).rows.compactMap { row in
      guard let original = row.entry.original else { return nil }
      let variant = row.entry.variants[row.language]
      switch row.status {
      case .complete, .draft: return nil
      case .missing:
        if content.configuration.untranslated(of: row.entry.kind.name) == .hide { return nil }
        return ReviewProblem.missingTranslation(language: row.language).at(
          (variant ?? original).placeOfTitle(row.entry.kind))
      case .partial:
        let problem = ReviewProblem.partialTranslation(of: original.file.path, lacks: row.untranslated)
        return problem.at((variant ?? original).placeOfTitle(row.entry.kind))
      case .outdated:
        return ReviewProblem.outdatedTranslation(variant?.file.path ?? "").at(
          variant?.place(of: "translated_from"),
          notes: [Note("this is the original", at: original.placeOfTitle(row.entry.kind))])
      }
    }
  }
}

extension Variant {
  /// The place of the title, else of what the kind names instead (a cluster's name), else of the file's beginning.
  fileprivate func placeOfTitle(_ kind: Kind) -> Place {
    guard fields["title"] == nil, let field = kind.titleField else { return place(of: "title") }
    return place(of: field)
  }
}
