import Content
import SiteGraph

/// The entries of a kind as data for other programs: which, and which of their fields.
struct Dataset: Sendable {
  /// The kinds whose entries are published as data.
  private static let kinds = ["cluster", "event", "news"]
  /// The fields that say how an entry is published, not what it is.
  private static let inward: Set<String> = [
    "aliases", "breadcrumb", "draft", "expires", "original", "params", "slug", "template", "translated_from",
  ]

  let site: Site
  let kind: Kind
  let fields: [FieldDeclaration]
  /// The numbers of the entries in ``Site/entries``, by key.
  let entries: [Int]
  /// The languages' own views of the site, in the languages' order.
  let localized: [LocalizedSite]

  /// The sets of a site, in the order of its kinds.
  static func all(of localized: [LocalizedSite]) -> [Dataset] {
    guard let site = localized.first?.site else { return [] }
    return site.kinds.filter { kinds.contains($0.name) }.map { kind in
      Dataset(
        site: site, kind: kind,
        fields: kind.fields.filter { !inward.contains($0.name) && isPublished($0.type) },
        entries: site.entries.indices.filter { site.entries[$0].kind.name == kind.name }, localized: localized
      )
    }
  }

  /// Whether a value can be told as data: Markdown has links that lead elsewhere in each language, and `data` no
  /// meaning outside of templates.
  private static func isPublished(_ type: FieldType) -> Bool {
    switch type {
    case .markdown, .data: false
    case .list(let element): isPublished(element)
    default: true
    }
  }

  /// What the set is called in addresses: `clusters`.
  var name: String { kind.section }

  /// Whether the entries have places on a map.
  var hasPlaces: Bool { kind.field("location")?.type == .place && kind.name == "cluster" }

  /// Whether the entries are told whom they match.
  var hasMatches: Bool { kind.name == "cluster" }

  /// Whether the variant of a language is published.
  func isVisible(_ variant: Variant) -> Bool { site.options.showsDrafts || !variant.isDraft }

  /// The variants of an entry that are published, in the languages' order.
  func variants(of entry: Entry) -> [(language: LocalizedSite, variant: Variant)] {
    localized.compactMap { language in
      guard let variant = entry.variants[language.tag], isVisible(variant) else { return nil }
      return (language, variant)
    }
  }

  /// Whether a field of an entry may be given to programs: a contact only where its owner says so.
  func isGiven(_ field: FieldDeclaration, of entry: Entry) -> Bool {
    field.name != "contact" || entry.shared["contact"]?.value.record?["publish"]?.value.text == "data"
  }
}
