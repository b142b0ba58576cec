import Diagnostics

/// A failure that is told as it is.
struct DiagnosedFailure: Error {
  let diagnostic: Diagnostic
}
