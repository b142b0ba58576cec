import Diagnostics
import Testing

@Suite("Reports")
struct DiagnosticReportTests {
  private func diagnostic(_ message: String, line: Int?, severity: Severity = .error) -> Diagnostic {
    Diagnostic(
      identifier: "x", severity: severity, place: line.map { Place(file: "f", line: $0) }, message: message)
  }

  @Test("Diagnostics come once each, in the order of their places, those without a place first")
  func order() {
    let report = DiagnosticReport([
      diagnostic("c", line: 10), diagnostic("b", line: 2), diagnostic("b", line: 2),
      diagnostic("a", line: nil),
    ])
    #expect(report.diagnostics.map(\.message) == ["a", "b", "c"])
  }

  @Test("A site can raise or silence a warning, but no error")
  func policy() {
    let both = [diagnostic("w", line: 1, severity: .warning), diagnostic("e", line: 2)]
    let silent = DiagnosticReport(both, policy: SeverityPolicy(["x": .off]))
    #expect(silent.diagnostics.map(\.message) == ["e"])
    let raised = DiagnosticReport(both, policy: SeverityPolicy(["x": .error]))
    #expect(raised.errorCount == 2)
  }
}
