/// A problem at its place: what is reported to the user.
package struct Diagnostic: Hashable, Sendable {
  /// A stable name in kebab case, such as `unknown-key`.
  package let identifier: String
  package var severity: Severity
  /// Where the problem is; `nil` where it belongs to no file (the output folder, say).
  package let place: Place?
  package let message: String
  /// What to do about it.
  package let remedy: String?
  /// Other places that belong to the problem (“the other one is here”), in order.
  package let notes: [Note]

  package init(
    identifier: String, severity: Severity, place: Place?, message: String, remedy: String? = nil,
    notes: [Note] = []
  ) {
    self.identifier = identifier
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
    self.notes = notes
  }
}

/// A further place of a diagnostic, with what is there.
package struct Note: Hashable, Sendable {
  package let message: String
  package let place: Place?

  package init(_ message: String, at place: Place?) {
    self.message = message
    self.place = place
  }
}

extension Diagnostic: Comparable {
  /// The order of a report: by place, those without one first, then by identifier and message.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.place != b.place {
      guard let placeA = a.place else { return true }
      guard let placeB = b.place else { return false }
      return placeA < placeB
    }
    return (a.identifier, a.message) < (b.identifier, b.message)
  }
}
