/// The name of a filter or function with its parameters, so that wrong calls are found when templates are read.
package struct CallableDeclaration: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    /// What it is where a call does not give it; `nil`: every call must.
    package let standard: Value?

    package init(_ name: String, standard: Value? = nil) {
      self.name = name
      self.standard = standard
    }
  }

  package let name: String
  package let parameters: [Parameter]
  /// Whether a call may give arguments of any other name (`t("key", count=3)`).
  package let acceptsKeywords: Bool
  /// Whether a call may give more arguments than there are parameters.
  let acceptsMore: Bool

  /// - Parameter parameters: In order; those of a filter without the value that it is applied to.
  package init(_ name: String, _ parameters: [Parameter] = [], acceptsKeywords: Bool = false) {
    self.init(name, parameters, acceptsKeywords: acceptsKeywords, acceptsMore: false)
  }

  init(_ name: String, _ parameters: [Parameter], acceptsKeywords: Bool, acceptsMore: Bool) {
    self.name = name
    self.parameters = parameters
    self.acceptsKeywords = acceptsKeywords
    self.acceptsMore = acceptsMore
  }

  /// Gives each parameter its argument.
  func bind(_ call: CallArguments, input: Value = .none) throws(Interruption) -> CallableArguments {
    var values: [Value?] = Array(repeating: nil, count: parameters.count)
    var more: [Value] = []
    for (index, value) in call.positional.enumerated() {
      if index < parameters.count {
        values[index] = value
      } else if acceptsMore {
        more.append(value)
      } else {
        throw Interruption(.tooManyArguments(name, limit: parameters.count))
      }
    }
    var keywords: [(name: String, value: Value)] = []
    for (keyword, value) in call.keywords {
      if let index = parameters.firstIndex(where: { $0.name == keyword }) {
        if values[index] != nil { throw Interruption(.repeatedArgument(keyword, of: name)) }
        values[index] = value
      } else if acceptsKeywords {
        keywords.append((keyword, value))
      } else {
        throw Interruption(unknownArgument(keyword))
      }
    }
    var bound: [Value] = []
    bound.reserveCapacity(parameters.count)
    for (parameter, value) in zip(parameters, values) {
      guard let value = value ?? parameter.standard else {
        throw Interruption(.missingArgument(parameter.name, of: name))
      }
      bound.append(value)
    }
    return CallableArguments(input: input, values: bound, more: more, keywords: keywords)
  }
}
