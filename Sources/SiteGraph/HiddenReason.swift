/// Why an entry is not published on the day of the build.
package enum HiddenReason: String, Sendable {
  case draft
  /// Its day is to come.
  case future
  case expired
}
