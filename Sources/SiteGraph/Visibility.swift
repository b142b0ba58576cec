import Content

/// Who is seen on the day of the build: no drafts, no news from the future, nothing that has expired.
struct Visibility {
  let options: SiteOptions

  func isVisible(_ entry: Entry) -> Bool { options.showsDrafts || reasonToHide(entry) == nil }

  /// Why an entry is not published, whether or not this build shows it.
  func reasonToHide(_ entry: Entry) -> HiddenReason? {
    if entry.original?.isDraft ?? true { return .draft }
    if let expires = entry.shared["expires"]?.value.date, expires < options.today { return .expired }
    if entry.kind.hidesFuture, let field = entry.kind.dateField,
      let date = entry.shared[field]?.value.date, date > options.today
    {
      return .future
    }
    return nil
  }

  func isVisible(_ variant: Variant) -> Bool { options.showsDrafts || !variant.isDraft }
}
