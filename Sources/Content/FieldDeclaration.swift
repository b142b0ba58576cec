/// One field of a kind, as its kind's file declares it.
package struct FieldDeclaration: Hashable, Sendable {
  /// How a field relates to the language variants of its entry (design: “Language is a property of each text”).
  package enum Class: String, Hashable, Sendable, CaseIterable {
    /// Each variant may have its own; one that lacks it takes the original's, with its language.
    case translated
    /// Written once, in any variant, it holds for all; written twice, it must agree.
    case shared
    /// Of the variant alone, never inherited.
    case own
  }

  package let name: String
  package let type: FieldType
  package let `class`: Class
  package let isRequired: Bool
  /// The name under which the entry that is referred to knows the entries that refer to it.
  package let backLink: String?
  /// The name under which the entries that one field refers to know each other (`partners`).
  package let peerLink: String?
  /// One line for editors, in English.
  package let description: String

  package init(
    name: String, type: FieldType, class: Class = .shared, isRequired: Bool = false,
    backLink: String? = nil, peerLink: String? = nil, description: String = ""
  ) {
    self.name = name
    self.type = type
    self.class = `class`
    self.isRequired = isRequired
    self.backLink = backLink
    self.peerLink = peerLink
    self.description = description
  }
}
