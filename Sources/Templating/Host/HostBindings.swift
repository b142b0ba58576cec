/// Implementations of the declared filters and functions, such as those for one language of a site.
package struct HostBindings: Sendable {
  /// Computes a value, or fails with what is wrong with its arguments; may be called by several threads at once.
  package typealias Implementation = @Sendable (CallableArguments) throws(TemplateFailure) -> Value

  /// By the positions in the declarations; `nil` where one is missing, which is found when it is called.
  let filters: [Implementation?]
  let functions: [Implementation?]

  package init(
    _ declarations: HostDeclarations, filters: [String: Implementation] = [:],
    functions: [String: Implementation] = [:]
  ) {
    self.filters = declarations.filters.map { filters[$0.name] }
    self.functions = declarations.functions.map { functions[$0.name] }
  }
}

/// What is wrong with the call of a filter or function of the host; it gets the place of the call.
package struct TemplateFailure: Error, Sendable {
  /// What kind of mistake it is, such as `unknown-string`.
  package let identifier: String
  /// In one sentence without a full stop, beginning in lower case.
  package let message: String
  /// What to do about it.
  package let remedy: String?

  package init(_ message: String, remedy: String? = nil, identifier: String = "template-call") {
    self.identifier = identifier
    self.message = message
    self.remedy = remedy
  }
}
