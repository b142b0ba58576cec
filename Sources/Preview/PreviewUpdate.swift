package import Diagnostics

/// What a change of the site's sources came to.
package struct PreviewUpdate: Sendable {
  package enum Effect: Sendable {
    /// Everything is as it was.
    case nothing
    /// The files are the same, but what is in them may be different.
    case texts
    /// The site is another. `styles` where only what its pages look like has changed.
    case site(ServedSite, styles: Bool)
    /// There are errors: the site cannot be made.
    case failure
  }

  let effect: Effect
  /// All that is wrong, in words, with the failures of pages.
  let problems: @Sendable (_ pages: [Diagnostic]) -> [PreviewProblem]
  /// What can be looked up about the site's state, made when it is asked for.
  let tables: @Sendable () -> [PreviewTable]

  package init(
    _ effect: Effect, problems: @escaping @Sendable (_ pages: [Diagnostic]) -> [PreviewProblem],
    tables: @escaping @Sendable () -> [PreviewTable] = { [] }
  ) {
    self.effect = effect
    self.problems = problems
    self.tables = tables
  }
}

/// Something that is wrong, as the terminal tells it.
package struct PreviewProblem: Hashable, Sendable {
  package let isError: Bool
  /// Place, message, excerpt with a caret, remedy: lines of text.
  package let text: String

  package init(isError: Bool, text: String) {
    self.isError = isError
    self.text = text
  }
}

/// Makes the site of its sources. Asked by one thread at a time.
package protocol PreviewSource: SendableMetatype {
  /// Reads what changed, and makes of it what can be made.
  mutating func update(_ changes: FolderChanges) -> PreviewUpdate
}
