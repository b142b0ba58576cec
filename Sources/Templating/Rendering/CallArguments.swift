/// The arguments of a call as they were given.
struct CallArguments {
  var positional: [Value] = []
  var keywords: [(name: String, value: Value)] = []
}

/// The expressions of a call's arguments.
struct ArgumentNodes: Sendable {
  let positional: [ExpressionNode]
  let keywords: [(name: String, value: ExpressionNode)]
  let rest: ExpressionNode?
  let keywordRest: ExpressionNode?

  var isConstant: Bool {
    positional.allSatisfy(\.isConstant) && keywords.allSatisfy { $0.value.isConstant }
      && rest?.isConstant ?? true && keywordRest?.isConstant ?? true
  }

  func evaluate(_ renderer: inout Renderer, _ frame: Frame) throws(Interruption) -> CallArguments {
    var arguments = CallArguments()
    if !positional.isEmpty { arguments.positional.reserveCapacity(positional.count) }
    for node in positional { arguments.positional.append(try node.evaluate(&renderer, frame)) }
    for (name, node) in keywords { arguments.keywords.append((name, try node.evaluate(&renderer, frame))) }
    if let rest {
      let value = try rest.evaluate(&renderer, frame)
      do throws(Interruption) {
        arguments.positional += try value.elements(&renderer)
      } catch {
        throw error.placed(at: rest.place)
      }
    }
    if let keywordRest {
      let value = try keywordRest.evaluate(&renderer, frame)
      guard let items = try value.items() else {
        throw keywordRest.interruption(.wrongType(value.typeName, for: "“**”", expected: "a map"))
      }
      for (key, value) in items {
        guard case .text(let name) = key else {
          throw keywordRest.interruption(
            .wrongType(key.typeName, for: "the name of an argument", expected: "a text"))
        }
        if arguments.keywords.contains(where: { $0.name == name.string }) {
          throw keywordRest.interruption(.repeatedArgument(name.string, of: "**"))
        }
        arguments.keywords.append((name.string, value))
      }
    }
    return arguments
  }
}
