package import Content

/// What a build decides that the content does not say.
package struct SiteOptions: Sendable {
  /// The day of the build.
  package let today: CalendarDate
  /// Where this build will be published, if not at site.yml's `base_url`.
  package let baseURL: BaseURL?
  /// Whether drafts, news dated after today and what has expired are shown.
  package let showsDrafts: Bool

  package init(today: CalendarDate, baseURL: BaseURL? = nil, showsDrafts: Bool = false) {
    self.today = today
    self.baseURL = baseURL
    self.showsDrafts = showsDrafts
  }
}
