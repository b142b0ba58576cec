/// The forms in which a report can be printed (`--format`).
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text
  case json
  case github
  case sarif
}

extension DiagnosticReport {
  /// The report in a form.
  ///
  /// - Parameter sources: Gives a file's text for the excerpts, or `nil` where it cannot be read (again).
  /// - Returns: Text that ends with a newline, or nothing where there is nothing to say.
  package func formatted(
    as format: DiagnosticFormat, sources: @escaping (String) -> SourceText?
  ) -> String {
    switch format {
    case .text: TextFormatter(sources: sources).format(self)
    case .json: JSONFormatter().format(self)
    case .github: GitHubFormatter().format(self)
    case .sarif: SARIFFormatter().format(self)
    }
  }
}
