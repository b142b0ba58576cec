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
  /// Whether files of new entries have the field: as a line to fill in, or as a comment.
  package let isLaidOut: Bool
  /// The name under which the entry that is referred to knows the entries that refer to it.
  package let backLink: String?
  /// The name under which the entries that one field refers to know each other (`partners`).
  package let peerLink: String?
  /// One line for editors.
  private let description: LocalizedText?

  package init(
    name: String, type: FieldType, class: Class = .shared, isRequired: Bool = false,
    isLaidOut: Bool = true, backLink: String? = nil, peerLink: String? = nil,
    description: LocalizedText? = nil
  ) {
    self.name = name
    self.type = type
    self.class = `class`
    self.isRequired = isRequired
    self.isLaidOut = isLaidOut
    self.backLink = backLink
    self.peerLink = peerLink
    self.description = description
  }

  /// What the field is for, in a language, or in English where there is nothing in it.
  package func description(in language: String = "en") -> String? {
    description?.text(in: language, others: ["en"])?.text
  }
}
