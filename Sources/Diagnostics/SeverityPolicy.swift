/// The site's own severities (`severity:` in site.yml): warnings can be raised to errors or switched off.
/// An error stays an error, because what it is about cannot be published.
package struct SeverityPolicy: Hashable, Sendable {
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    case error
    case warning
    case off
  }

  private let choices: [String: Choice]

  package init(_ choices: [String: Choice] = [:]) {
    self.choices = choices
  }

  /// What the site wants of an identifier, or `nil` where it says nothing.
  package func choice(for identifier: String) -> Choice? { choices[identifier] }

  /// The diagnostic with its severity in this site, or `nil` where it is switched off.
  package func apply(to diagnostic: Diagnostic) -> Diagnostic? {
    guard diagnostic.severity == .warning, let choice = choices[diagnostic.identifier] else {
      return diagnostic
    }
    switch choice {
    case .off: return nil
    case .warning: return diagnostic
    case .error:
      var raised = diagnostic
      raised.severity = .error
      return raised
    }
  }
}
