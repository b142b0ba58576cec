/// What is wrong, as data: each target has its own enumerations of problems, and words them in one
/// file (`…Problem+Wording.swift`). A problem becomes a ``Diagnostic`` when it gets its place.
package protocol Problem: Sendable {
  /// A stable name in kebab case (`unknown-key`), the same for every occurrence, documented in docs/.
  var identifier: String { get }
  var severity: Severity { get }
  /// What is wrong, in one sentence without a full stop, beginning in lower case.
  var message: String { get }
  /// What to do about it, where that can be known: a sentence without a full stop.
  var remedy: String? { get }
}

extension Problem {
  package var severity: Severity { .error }
  package var remedy: String? { nil }

  /// This problem at a place, with other places that belong to it.
  package func at(_ place: Place?, notes: [Note] = []) -> Diagnostic {
    Diagnostic(
      identifier: identifier, severity: severity, place: place, message: message, remedy: remedy,
      notes: notes)
  }
}
