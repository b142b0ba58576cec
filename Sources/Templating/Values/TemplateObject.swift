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

  /// What makes the object the same on all pages; `nil` where its attributes depend on the page.
  var identity: ObjectIdentity? { get }
}

extension TemplateObject {
  package var text: Text? { nil }
  package var isMapping: Bool { false }
  package var identity: ObjectIdentity? { nil }
}

/// Objects of one identity have the same attributes, whenever and for whichever page they are made.
package struct ObjectIdentity: Hashable, Sendable {
  private let type: ObjectIdentifier
  private let number: Int

  /// - Parameters:
  ///   - type: What the object is.
  ///   - number: Which of its type it is.
  package init(_ type: Any.Type, _ number: Int = 0) {
    self.type = ObjectIdentifier(type)
    self.number = number
  }
}
