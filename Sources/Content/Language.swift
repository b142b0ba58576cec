/// One of the site's languages.
package struct Language: Hashable, Sendable {
  /// The BCP 47 tag that stands in addresses and in `lang`: `en`, `de-AT`.
  package let tag: String
  /// The language's name in itself: “Deutsch”.
  package let label: String
  /// The locale for dates, numbers and sorting (CLDR): `de-DE`.
  package let locale: String
  package let isRightToLeft: Bool
  /// Section names in addresses by folder name: `news` → `nachrichten`; also `topics`, `countries` and `search`.
  package let sections: [String: String]

  package init(
    tag: String, label: String, locale: String, isRightToLeft: Bool, sections: [String: String]
  ) {
    self.tag = tag
    self.label = label
    self.locale = locale
    self.isRightToLeft = isRightToLeft
    self.sections = sections
  }

  /// The section's name in this language's addresses.
  package func section(_ name: String) -> String { sections[name] ?? name }
}
