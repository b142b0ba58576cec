/// What the host adds to the language, known when templates are read: a filter, function or argument that
/// is not declared is an error at its place.
package struct HostDeclarations: Sendable {
  package let filters: [CallableDeclaration]
  package let functions: [CallableDeclaration]
  /// The variables that every page has (`page`, `site`, `data`), for suggestions.
  package let globals: [String]

  package init(
    filters: [CallableDeclaration] = [], functions: [CallableDeclaration] = [], globals: [String] = []
  ) {
    self.filters = filters
    self.functions = functions
    self.globals = globals
  }
}
