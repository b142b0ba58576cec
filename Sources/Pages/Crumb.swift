import SiteGraph

/// One step on the way from the home page to a page.
struct Crumb: Sendable {
  let title: LabelText
  /// The path below the site's root.
  let path: String
}
