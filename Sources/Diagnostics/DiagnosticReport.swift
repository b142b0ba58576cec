/// All diagnostics of a run, each once, in the order of their places.
package struct DiagnosticReport: Sendable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: some Sequence<Diagnostic>, policy: SeverityPolicy = SeverityPolicy()) {
    self.diagnostics = Set(diagnostics.lazy.compactMap(policy.apply)).sorted()
  }

  package var errorCount: Int { diagnostics.count { $0.severity == .error } }
  package var warningCount: Int { diagnostics.count { $0.severity == .warning } }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
