import Diagnostics

extension CallableDeclaration {
  func unknownArgument(_ keyword: String) -> TemplateProblem {
    .unknownArgument(
      keyword, of: name, suggestion: Suggestion.nearest(to: keyword, in: parameters.map(\.name)))
  }

  /// What is wrong with a call, as far as it can be seen without its values.
  func problems(of arguments: Arguments, at place: Range<Int>) -> [SourceProblem] {
    var problems: [SourceProblem] = []
    if arguments.positional.count > parameters.count, !acceptsMore {
      problems.append(
        SourceProblem(
          problem: .tooManyArguments(name, limit: parameters.count),
          range: arguments.positional[parameters.count].range))
    }
    var given = Set(parameters.prefix(arguments.positional.count).map(\.name))
    for (keyword, _) in arguments.keywords {
      if !parameters.contains(where: { $0.name == keyword.name }) {
        if !acceptsKeywords {
          problems.append(SourceProblem(problem: unknownArgument(keyword.name), range: keyword.range))
        }
      } else if !given.insert(keyword.name).inserted {
        problems.append(
          SourceProblem(problem: .repeatedArgument(keyword.name, of: name), range: keyword.range))
      }
    }
    if arguments.rest == nil, arguments.keywordRest == nil {
      for parameter in parameters where parameter.standard == nil && !given.contains(parameter.name) {
        problems.append(SourceProblem(problem: .missingArgument(parameter.name, of: name), range: place))
      }
    }
    return problems
  }
}
