import Diagnostics
import Foundation

/// Where diagnostics and progress go.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Tells people what is wrong.
  static func tell(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    write(
      DiagnosticReport(diagnostics).formatted(as: .text) { file in
        FileManager.default.contents(atPath: file).map { SourceText(file: file, bytes: Array($0)) }
      })
  }
}
