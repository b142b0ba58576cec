import Templating

/// An object whose attributes are all known when it is made.
final class AttributeObject: TemplateObject {
  typealias Attributes = [(name: String, value: Value)]

  let attributeNames: [String]
  let identity: ObjectIdentity?
  private let values: [String: Value]

  /// Of several attributes of one name the last counts.
  ///
  /// - Parameter identity: Of what is the same on all pages.
  init(_ attributes: Attributes, identity: ObjectIdentity? = nil) {
    self.identity = identity
    values = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    attributeNames = attributes.map(\.name)
  }

  func attribute(_ name: String) -> Value? { values[name] }
}
