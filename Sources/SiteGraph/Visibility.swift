import Content

/// Who is seen on the day of the build: no drafts, no news from the future, nothing that has expired.
struct Visibility {
  let options: SiteOptions

  func isVisible(_ entry: Entry) -> Bool {
    if options.showsDrafts { return true }
    if entry.original?.isDraft ?? true { return false }
    if let expires = entry.shared["expires"]?.value.date, expires < options.today { return false }
    if entry.kind.hidesFuture, let field = entry.kind.dateField,
      let date = entry.shared[field]?.value.date, date > options.today
    {
      return false
    }
    return true
  }

  func isVisible(_ variant: Variant) -> Bool { options.showsDrafts || !variant.isDraft }
}
