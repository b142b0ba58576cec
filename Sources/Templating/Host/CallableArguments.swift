/// The arguments of a call of a filter or function, one for each declared parameter.
package struct CallableArguments: Sendable {
  /// What a filter is applied to; `none` for a function.
  package let input: Value
  private let values: [Value]
  /// Arguments beyond the declared ones.
  let more: [Value]
  /// Arguments with names that are not declared, in the order of the call.
  package let keywords: [(name: String, value: Value)]

  init(input: Value, values: [Value], more: [Value] = [], keywords: [(name: String, value: Value)] = []) {
    self.input = input
    self.values = values
    self.more = more
    self.keywords = keywords
  }

  /// The argument of the parameter at a position of the declaration; `none` beyond its end.
  package subscript(index: Int) -> Value { values.indices.contains(index) ? values[index] : .none }
}
