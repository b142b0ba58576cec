package import Diagnostics

/// A call of one of the host's functions, as a template writes it.
package struct HostCall: Sendable {
  /// What is known of a text before it is rendered.
  package enum KnownText: Hashable, Sendable {
    case whole(String)
    /// The rest is computed: `"status_" ~ page.status`.
    case beginning(String)
  }

  package let function: String
  /// What the first argument can be; several where a condition decides.
  package let argument: [KnownText]
  package let place: Place
}

extension Expression {
  /// What is known of the text that the expression gives.
  var knownTexts: [HostCall.KnownText] {
    switch kind {
    case .constant(.text(let text)): return [.whole(text.string)]
    case .conditional(_, let then, let otherwise): return then.knownTexts + (otherwise?.knownTexts ?? [])
    case .or(let left, let right), .and(let left, let right): return left.knownTexts + right.knownTexts
    case .concatenate(let parts):
      guard case .constant(.text(let text))? = parts.first?.kind else { return [.beginning("")] }
      return [.beginning(text.string)]
    default: return [.beginning("")]
    }
  }
}
