import Content

/// Decides for each entry and language how far it is translated, whether it has a page, and where.
struct EditionBuilder {
  /// A text that translations are asked for: a translated field, or a part of a record.
  private struct Part: Hashable {
    let field: String
    let part: String?
  }

  private let configuration: SiteConfiguration
  private let visibility: Visibility
  private let parts: [String: [Part]]
  private let legalPages: Set<String>

  init(content: ContentTree, visibility: Visibility) {
    configuration = content.configuration
    self.visibility = visibility
    parts = Dictionary(
      content.kinds.map { ($0.name, Self.parts(of: $0)) }, uniquingKeysWith: { first, _ in first })
    legalPages = Set(content.configuration.legal.map(\.page.value))
  }

  private static func parts(of kind: Kind) -> [Part] {
    kind.fields.flatMap { field -> [Part] in
      if case .record(let members) = field.type, field.class == .shared {
        return members.filter { $0.class == .translated }.map { Part(field: field.name, part: $0.name) }
      }
      return field.class == .translated ? [Part(field: field.name, part: nil)] : []
    }
  }

  /// The state of an entry in a language.
  func state(of entry: Entry, in language: String) -> TranslationState {
    if language == entry.originalLanguage { return .full }
    guard let original = entry.original, let variant = entry.variants[language], visibility.isVisible(variant)
    else { return .missing }
    let isComplete =
      (!original.hasBody || variant.hasBody)
      && (parts[entry.kind.name] ?? []).allSatisfy { isTranslated($0, of: original, in: variant) }
    if isComplete { return .full }
    let translatesText =
      variant.fields["title"] != nil || variant.fields["summary"] != nil || variant.hasBody
    return translatesText ? .partial : .missing
  }

  /// What the original has and a variant lacks: fields, parts of fields (`image.alt`), and the `body`.
  func untranslated(of original: Variant, in variant: Variant, kind: Kind) -> [String] {
    let fields = (parts[kind.name] ?? []).filter { !isTranslated($0, of: original, in: variant) }
      .map { part in part.part.map { "\(part.field).\($0)" } ?? part.field }
    return fields + (original.hasBody && !variant.hasBody ? ["body"] : [])
  }

  private func isTranslated(_ part: Part, of original: Variant, in variant: Variant) -> Bool {
    guard let there = value(of: part, in: original), !there.isEmpty else { return true }
    return value(of: part, in: variant) != nil
  }

  private func value(of part: Part, in variant: Variant) -> FieldValue? {
    guard let field = variant.fields[part.field]?.value else { return nil }
    guard let name = part.part else { return field }
    return field.record?[name]?.value
  }

  /// The entry's part of its address in a language.
  private func slug(of entry: Entry, in language: String) -> String {
    guard let variant = entry.variants[language], visibility.isVisible(variant) else { return entry.name }
    return variant.fields["slug"]?.value.text ?? entry.name
  }

  private func path(of entry: Entry, in language: Language) -> String {
    let slug = slug(of: entry, in: language.tag)
    return entry.kind.hasSection
      ? "/\(language.tag)/\(language.section(entry.kind.section))/\(slug)/" : "/\(language.tag)/\(slug)/"
  }

  /// The entry for one language's readers, or `nil` where they do not see it.
  func edition(of entry: Entry, number: Int, language: Int) -> Edition? {
    let reader = configuration.languages[language]
    let state = state(of: entry, in: reader.tag)
    var hasPage = true
    // What the law asks for has a page in every language.
    let isLegal = !entry.kind.hasSection && legalPages.contains(entry.key)
    if state == .missing, !isLegal {
      switch configuration.untranslated(of: entry.kind.name) {
      case .page: break
      case .link: hasPage = false
      case .hide: return nil
      }
    }
    let home = hasPage ? reader : configuration.language(entry.originalLanguage) ?? reader
    return Edition(
      entry: number, language: language, state: state, originalLanguage: entry.originalLanguage,
      hasPage: hasPage, path: path(of: entry, in: home))
  }
}

extension FieldValue {
  fileprivate var isEmpty: Bool { if case .empty = self { true } else { false } }
}
