import Content
import Diagnostics
import Foundation
import Publishing

/// One run of a command: the pipeline's outcome, told to the user.
struct Run {
  let settings: BuildSettings
  let report: ReportArguments
  private let excerpts = SourceExcerpts()

  func build() throws {
    var pipeline = Pipeline(settings)
    let outcome = pipeline.build()
    tell(outcome.report, failure: "nothing was published")
    if let summary = outcome.summary, !report.quiet { print(sentence(summary)) }
    if report.timings { StandardError.write(pipeline.stopwatch.table) }
    end(outcome.summary == nil ? 1 : 0, pipeline)
  }

  func check(_ check: CheckSettings) throws {
    var pipeline = Pipeline(settings)
    let found = pipeline.check(external: check.external)
    var outcome = found.report
    do throws(DiagnosedFailure) {
      if let path = check.baseline {
        if check.updatesBaseline {
          let count = try Baseline.write(outcome, to: path, sources: excerpts.text)
          if !report.quiet { print("\(path): \(count) known problem\(count == 1 ? "" : "s")") }
        }
        outcome = try Baseline(path: path).apply(to: outcome, sources: excerpts.text)
      }
    } catch {
      outcome = DiagnosticReport(outcome.diagnostics + [error.diagnostic])
    }
    tell(outcome, failure: found.canBeBuilt ? "the check failed" : "the site cannot be built")
    if !report.quiet, outcome.diagnostics.isEmpty {
      print(found.report.diagnostics.isEmpty ? "Nothing to mend." : "Nothing new to mend.")
    }
    if report.timings { StandardError.write(pipeline.stopwatch.table) }
    end(outcome.hasErrors ? 1 : 0, pipeline)
  }

  /// Ends the process while the pipeline still holds the site.
  private func end(_ status: Int32, _ pipeline: Pipeline) -> Never {
    withExtendedLifetime(pipeline) { exit(status) }
  }

  private func sentence(_ summary: PublishingSummary) -> String {
    var parts = ["\(summary.written) written", "\(summary.unchanged) unchanged"]
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    if summary.kept > 0 { parts.append("\(summary.kept) kept for one more build") }
    return
      "\(settings.output): \(summary.written + summary.unchanged) files (\(parts.joined(separator: ", ")))"
  }

  /// - Parameter failure: What the errors, if there are any, come to.
  private func tell(_ outcome: DiagnosticReport, failure: String) {
    let text = outcome.formatted(as: report.format, sources: excerpts.text)
    let isDocument = report.format == .json || report.format == .sarif
    if isDocument || !outcome.diagnostics.isEmpty { StandardError.write(text) }
    guard report.format == .text, !report.quiet, !outcome.diagnostics.isEmpty else { return }
    let counts = [(outcome.errorCount, "error"), (outcome.warningCount, "warning")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    StandardError.write(outcome.hasErrors ? "\(counts); \(failure)\n" : "\(counts)\n")
  }
}
