import Foundation

/// The identifiers of the IANA time zone database.
package enum TimeZones {
  static let identifiers = Set(TimeZone.knownTimeZoneIdentifiers)

  package static func isKnown(_ identifier: String) -> Bool {
    // Links such as `UTC` and `Asia/Calcutta` are not listed, but known.
    identifiers.contains(identifier)
      || identifier == "UTC"
      || identifier.contains("/") && TimeZone(identifier: identifier) != nil
  }
}
