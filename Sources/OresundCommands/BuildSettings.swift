import Content

/// Everything that a run needs to know, from the command line.
struct BuildSettings: Sendable {
  var content: String
  var templates: String
  var output: String
  var state: String
  var baseURL: BaseURL?
  /// `nil`: today in the site's time zone.
  var today: CalendarDate?
  var showsDrafts: Bool
  /// Leaves out what is no page (`bin/bench outputs`).
  var makesPagesAlone: Bool
  var jobs: Int
  var isQuiet: Bool
  /// The program Pagefind as the user named it; an empty text for none.
  var pagefind: String?
  /// The environment's variables.
  var environment: [String: String] = [:]
}
