/// Something of the host's with named attributes, such as a page, an entry or the site.
///
/// Attributes may be computed when they are asked for. One object may be read by several threads at once.
package protocol TemplateObject: AnyObject, Sendable {
  /// An attribute's value, or `nil` where there is none of the name.
  func attribute(_ name: String) -> Value?

  /// The attributes, for suggestions, and in this order for iteration where the object is a mapping.
  var attributeNames: [String] { get }

  /// How the object prints; `nil`: printing it is an error.
  var text: Text? { get }

  /// Whether templates may also go through the object as through a map (`for key in …`, `| items`).
  var isMapping: Bool { get }
}

extension TemplateObject {
  package var text: Text? { nil }
  package var isMapping: Bool { false }
}
