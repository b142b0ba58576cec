/// Why a value does not exist; becomes a problem when a template uses it.
package final class Undefined: Sendable {
  enum Cause: Sendable {
    case name(String)
    /// With what the template calls the owner (`page`, `page.image`), where it has a name there.
    case attribute(String, of: Value, called: String?)
    case item(Value, of: Value)
    /// What Jinja2 words by itself: an empty sequence has no first item, and so on.
    case reason(String)
    /// An `if` without an `else` that did not hold; printing it gives nothing.
    case missingElse
    case notExported(String, template: String, exported: [String])
  }

  let cause: Cause
  /// Where the template asked for it; `nil`: the place where it is used stands in.
  let place: SourceSpan?

  init(_ cause: Cause, at place: SourceSpan? = nil) {
    self.cause = cause
    self.place = place
  }

  /// Whether it prints as nothing, as what an `if` without `else` gives does in Jinja2.
  var isLenient: Bool { if case .missingElse = cause { true } else { false } }
}
