package import Diagnostics

/// What reading a content folder gave.
package struct LoadedContent: Sendable {
  /// `nil` where there is no usable site.yml. Where there are errors, what they are about is left out.
  package let tree: ContentTree?
  package let diagnostics: [Diagnostic]

  package init(tree: ContentTree?, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }
}
