import Content
import Diagnostics

extension SiteReview {
  /// Graphemes of a title that search results and cards show, as a rule.
  package static let longestTitle = 75
  /// Graphemes of a summary that search results and cards show, as a rule.
  package static let longestSummary = 200

  private struct TitleKey: Hashable {
    let kind: String
    let language: String
    let title: String
  }

  /// Titles that two entries of one kind have in one language, whatever the case of their letters.
  var duplicateTitles: [Diagnostic] {
    var first: [TitleKey: Located<FieldValue>] = [:]
    return visibleVariants.compactMap { entry, variant in
      guard let title = variant.fields["title"], let text = title.value.text else { return nil }
      let key = TitleKey(kind: entry.kind.name, language: variant.language, title: text.lowercased())
      guard let other = first[key] else {
        first[key] = title
        return nil
      }
      return ReviewProblem.duplicateTitle(text).at(
        title.place, notes: [Note("the other one is here", at: other.place)])
    }
  }

  /// Titles and summaries that search results and cards cut off.
  var longTexts: [Diagnostic] {
    visibleVariants.flatMap { _, variant in
      let fields = variant.fields
      return [
        fields["title"].flatMap { title in
          title.value.text.flatMap { text in
            text.count > Self.longestTitle
              ? ReviewProblem.longTitle(count: text.count, limit: Self.longestTitle).at(title.place) : nil
          }
        },
        fields["summary"].flatMap { summary in
          summary.value.text.flatMap { text in
            text.count > Self.longestSummary
              ? ReviewProblem.longSummary(count: text.count, limit: Self.longestSummary).at(summary.place)
              : nil
          }
        },
      ].compactMap { $0 }
    }
  }
}
