import Templating

/// An object whose attributes are all known when it is made.
final class AttributeObject: TemplateObject {
  typealias Attributes = [(name: String, value: Value)]

  let attributeNames: [String]
  private let values: [String: Value]

  /// Of several attributes of one name the last counts.
  init(_ attributes: Attributes) {
    values = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    attributeNames = attributes.map(\.name)
  }

  func attribute(_ name: String) -> Value? { values[name] }
}
