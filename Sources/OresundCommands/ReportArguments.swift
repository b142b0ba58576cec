import ArgumentParser
import Diagnostics

/// The options that say how a run reports.
struct ReportArguments: ParsableArguments {
  @Option(help: "The form of errors and warnings, which go to standard error.")
  var format = DiagnosticFormat.text

  @Flag(help: "Print errors and warnings only.")
  var quiet = false

  @Flag(help: "Print how long each phase took.")
  var timings = false
}

extension DiagnosticFormat: ExpressibleByArgument {}
