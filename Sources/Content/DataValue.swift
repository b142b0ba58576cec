/// A value of no particular type: data files, and `params` in front matter and site.yml.
package indirect enum DataValue: Hashable, Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case float(Double)
  case text(String)
  case list([DataValue])
  /// Members in the order of the file.
  case map([Member])

  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: DataValue

    package init(key: String, value: DataValue) {
      self.key = key
      self.value = value
    }
  }
}
