/// Why something could not be done, as it is reported.
package struct DiagnosedFailure: Error, Hashable, Sendable {
  package let diagnostic: Diagnostic

  package init(diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
