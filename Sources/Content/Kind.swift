/// A kind of entries (news, cluster, …), declared as data.
package final class Kind: Sendable {
  /// In which order a section lists its entries.
  package enum Order: String, Sendable, CaseIterable {
    case newest
    case oldest
    /// What is to come, the next one first; then what is over, the latest first.
    case upcoming
    case title
  }

  /// The name in the singular: `news`, `cluster`.
  package let name: String
  /// The folder in `content/` and the default section in addresses: `clusters`.
  package let section: String
  /// The field that a date in the file's name supplies.
  package let dateField: String?
  package let order: Order
  /// Whether the kind has a list page at `/<lang>/<section>/`; otherwise its entries live at `/<lang>/<slug>/`.
  package let hasSection: Bool
  /// Whether entries dated after today are hidden (news).
  package let hidesFuture: Bool
  /// Whether each entry has a feed of the entries that refer to it and count as news (a cluster).
  package let hasFeed: Bool
  /// The field whose value is the title where no title is given (a cluster's name).
  package let titleField: String?
  /// The fields that all kinds have and the kind's own, in the order of their declaration.
  package let fields: [FieldDeclaration]
  private let index: [String: Int]

  package init(
    name: String, section: String, dateField: String?, order: Order, hasSection: Bool, hidesFuture: Bool,
    hasFeed: Bool, titleField: String?, fields: [FieldDeclaration]
  ) {
    self.name = name
    self.section = section
    self.dateField = dateField
    self.order = order
    self.hasSection = hasSection
    self.hidesFuture = hidesFuture
    self.hasFeed = hasFeed
    self.titleField = titleField
    self.fields = fields
    index = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// What messages call an entry of this kind: `a news entry`.
  var entryName: String {
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    return "\(name.first.map(vowels.contains) ?? false ? "an" : "a") \(name) entry"
  }

  package func field(_ name: String) -> FieldDeclaration? {
    index[name].map { fields[$0] }
  }
}

extension Kind: Equatable {
  /// Whether two declarations say the same.
  package static func == (a: Kind, b: Kind) -> Bool {
    a === b
      || a.name == b.name && a.section == b.section && a.dateField == b.dateField && a.order == b.order
        && a.hasSection == b.hasSection && a.hidesFuture == b.hidesFuture && a.hasFeed == b.hasFeed
        && a.titleField == b.titleField && a.fields == b.fields
  }
}
