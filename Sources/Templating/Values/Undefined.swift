/// Why a value does not exist; becomes a problem when a template uses it.
package final class Undefined: Sendable {
  enum Cause: Sendable {
    case name(String)
    case attribute(String, of: Value)
    case item(Value, of: Value)
    /// What Jinja2 words by itself: an empty sequence has no first item, and so on.
    case reason(String)
    /// An `if` without an `else` that did not hold; printing it gives nothing.
    case missingElse
    case notExported(String, template: String, exported: [String])
  }

  let cause: Cause

  init(_ cause: Cause) { self.cause = cause }

  /// Whether it prints as nothing, as what an `if` without `else` gives does in Jinja2.
  var isLenient: Bool { if case .missingElse = cause { true } else { false } }
}
