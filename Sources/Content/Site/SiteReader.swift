import CommonMark
import Diagnostics
import Foundation

/// Reads `site.yml`.
struct SiteReader {
  static let keys = [
    "name", "tagline", "base_url", "default_language", "languages", "time_zone", "untranslated", "page_size",
    "groups", "menu", "aim", "legal", "licence", "markdown", "severity", "search", "compress", "params",
  ]

  private let file: String
  private let kinds: [Kind]
  private var reader = NodeReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// The languages that the file declares, even where something else in it is wrong.
  private(set) var languages: [Language] = []

  private(set) var groups: [SiteConfiguration.Group] = []

  init(file: String, kinds: [Kind]) {
    self.file = file
    self.kinds = kinds
  }

  private var tags: [String] { languages.map(\.tag) }

  /// The configuration, or `nil` where what every site needs is missing or wrong.
  mutating func read(_ root: YAMLNode) -> SiteConfiguration? {
    guard let keys = reader.fields(of: root, known: Self.keys, in: "site.yml") else { return nil }
    let start = Place(file: file)
    if let node = reader.required("languages", of: keys, in: "site.yml", at: start) { readLanguages(node) }
    let languages = self.languages.isEmpty ? nil : tags
    let name = reader.required("name", of: keys, in: "site.yml", at: start).flatMap {
      reader.localizedText($0, languages: languages)
    }
    let base = reader.required("base_url", of: keys, in: "site.yml", at: start).flatMap { baseURL($0) }
    var configuration = SiteConfiguration(
      file: file, name: name ?? LocalizedText(""), baseURL: base ?? BaseURL.placeholder,
      defaultLanguage: tags.first ?? "en", languages: self.languages)
    if let node = keys["default_language"], let languages,
      let tag = reader.choice(node, of: languages)
    {
      configuration.defaultLanguage = tag
    }
    configuration.tagline = keys["tagline"].flatMap { reader.localizedText($0, languages: languages) }
    if let zone = keys["time_zone"].flatMap({ reader.timeZone($0) }) { configuration.timeZone = zone }
    if let node = keys["untranslated"] { readUntranslated(node, into: &configuration) }
    if let size = keys["page_size"].flatMap({ reader.count($0, in: 1...1000) }) {
      configuration.pageSize = size
    }
    if let node = keys["groups"] { readGroups(node, languages: languages) }
    configuration.groups = groups
    configuration.menu = keys["menu"].map { node in
      reader.elements(of: node).compactMap { reader.locatedText($0) }
    }
    configuration.aim = keys["aim"].flatMap { aim($0) }
    if let legal = keys["legal"] { configuration.legal = self.legal(legal) }
    configuration.licence = keys["licence"].flatMap { licence($0) }
    if let node = keys["markdown"] { readMarkdown(node, into: &configuration.markdown) }
    if let node = keys["severity"] { readSeverity(node, into: &configuration) }
    if let search = keys["search"].flatMap({ reader.boolean($0) }) { configuration.search = search }
    if let compress = keys["compress"].flatMap({ reader.boolean($0) }) { configuration.compress = compress }
    if let node = keys["params"] { configuration.params = DataValue(node) }
    return name != nil && base != nil && languages != nil ? configuration : nil
  }

  private mutating func baseURL(_ node: YAMLNode) -> BaseURL? {
    guard let text = reader.text(node, expected: "a web address") else { return nil }
    switch BaseURL.read(text) {
    case .success(let url): return url
    case .failure(let mistake):
      reader.report(FieldProblem.notBaseURL(text, mistake), at: node.place)
      return nil
    }
  }

  // MARK: Languages

  private mutating func readLanguages(_ node: YAMLNode) {
    guard let members = reader.members(of: node) else { return }
    for member in members {
      let tag = member.key.value
      guard LanguageTag.isWellFormed(tag) else {
        reader.report(SiteFileProblem.noLanguageTag(tag), at: member.key.place)
        continue
      }
      if let other = languages.first(where: { $0.tag.lowercased() == tag.lowercased() }) {
        reader.report(SiteFileProblem.sameLanguage(tag, other: other.tag), at: member.key.place)
        continue
      }
      languages.append(language(tag, member.value))
    }
    if members.isEmpty { reader.report(SiteFileProblem.noLanguages, at: node.place) }
  }

  private mutating func language(_ tag: String, _ node: YAMLNode) -> Language {
    let keys =
      node.isNull
      ? [:]
      : reader.fields(of: node, known: ["label", "locale", "sections"], in: "the language “\(tag)”") ?? [:]
    let locale = keys["locale"].flatMap { self.locale($0) }
    return Language(
      tag: tag,
      label: keys["label"].flatMap { reader.text($0) } ?? Self.ownName(of: tag),
      locale: locale ?? tag,
      isRightToLeft: Locale.Language(identifier: tag).characterDirection == .rightToLeft,
      sections: keys["sections"].map { sections($0) } ?? [:])
  }

  /// A language's name in itself, the tag where CLDR has none.
  private static func ownName(of tag: String) -> String {
    Locale(identifier: tag).localizedString(forIdentifier: tag) ?? tag
  }

  private mutating func locale(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node, expected: "a locale") else { return nil }
    // Of a language that CLDR does not have, dates and numbers would be English.
    if LanguageTag.isWellFormed(text), Locale(identifier: text).language.languageCode?.isISOLanguage ?? false
    {
      return text
    }
    reader.report(SiteFileProblem.noLocale(text), at: node.place)
    return nil
  }

  /// What has a name in addresses that a language can change.
  static func sections(of kinds: [Kind]) -> [String] {
    kinds.map(\.section) + ["topics", "countries", "matches", "knowledge", "search"]
  }

  private mutating func sections(_ node: YAMLNode) -> [String: String] {
    let known = Self.sections(of: kinds)
    guard let keys = reader.fields(of: node, known: known, in: "“sections”") else { return [:] }
    var sections: [String: String] = [:]
    for name in known {
      guard let node = keys[name], let slug = reader.slug(node) else { continue }
      sections[name] = slug
    }
    return sections
  }

  // MARK: The rest

  private mutating func readUntranslated(_ node: YAMLNode, into configuration: inout SiteConfiguration) {
    let words = SiteConfiguration.Untranslated.allCases.map(\.rawValue)
    guard node.mapping != nil else {
      let choice = reader.choice(node, of: words).flatMap(SiteConfiguration.Untranslated.init)
      configuration.untranslated = choice ?? .page
      return
    }
    let names = kinds.map(\.name)
    guard let keys = reader.fields(of: node, known: names, in: "“untranslated”") else { return }
    for name in names {
      guard let node = keys[name], let word = reader.choice(node, of: words) else { continue }
      configuration.untranslatedByKind[name] = SiteConfiguration.Untranslated(rawValue: word)
    }
  }

  private mutating func readGroups(_ node: YAMLNode, languages: [String]?) {
    guard let members = reader.members(of: node) else { return }
    for member in members {
      let key = member.key.value
      if let mistake = SlugMistake(in: key) {
        reader.report(FieldProblem.badSlug(key, mistake), at: member.key.place)
        continue
      }
      if Countries.codes.contains(key) || Countries.continents.contains(key) || Countries.areas.contains(key)
      {
        reader.report(SiteFileProblem.areaTaken(key), at: member.key.place)
        continue
      }
      guard let parts = reader.members(of: member.value) else { continue }
      var texts: [String: String] = [:]
      var codes: [Located<String>] = []
      for part in parts {
        if part.key.value == "members" {
          codes = reader.elements(of: part.value).compactMap { reader.country($0) }
        } else if let text = reader.localized(part, languages: languages) {
          texts[part.key.value] = text
        }
      }
      reader.checkLanguages(of: parts, languages: languages)
      if !parts.contains(where: { $0.key.value == "members" }) {
        reader.report(FieldProblem.missingKey("members", context: "the group “\(key)”"), at: member.key.place)
      }
      groups.append(
        SiteConfiguration.Group(
          key: key, label: texts.isEmpty ? LocalizedText(key) : LocalizedText(texts), members: codes))
    }
  }

  private mutating func aim(_ node: YAMLNode) -> SiteConfiguration.Aim? {
    guard let keys = reader.fields(of: node, known: ["from", "to", "by"], in: "“aim”") else { return nil }
    let from = reader.required("from", of: keys, in: "“aim”", at: node.place).flatMap { reader.count($0) }
    let to = reader.required("to", of: keys, in: "“aim”", at: node.place).flatMap { reader.count($0) }
    let by = reader.required("by", of: keys, in: "“aim”", at: node.place).flatMap { reader.date($0) }
    guard let from, let to, let by else { return nil }
    return SiteConfiguration.Aim(from: from, to: to, by: by)
  }

  private mutating func legal(_ node: YAMLNode) -> [SiteConfiguration.LegalPage] {
    guard let members = reader.members(of: node) else { return [] }
    return members.compactMap { member in
      reader.locatedText(member.value, expected: "the name of a page").map {
        SiteConfiguration.LegalPage(role: member.key.value, page: $0)
      }
    }
  }

  private mutating func licence(_ node: YAMLNode) -> SiteConfiguration.Licence? {
    guard let keys = reader.fields(of: node, known: ["name", "url"], in: "“licence”"),
      let name = reader.required("name", of: keys, in: "“licence”", at: node.place).flatMap({
        reader.text($0)
      })
    else { return nil }
    return SiteConfiguration.Licence(name: name, url: keys["url"].flatMap { reader.url($0) })
  }

  private mutating func readMarkdown(_ node: YAMLNode, into options: inout MarkdownOptions) {
    let known = MarkdownOptions.switches.map(\.name)
    guard let keys = reader.fields(of: node, known: known, in: "“markdown”") else { return }
    for option in MarkdownOptions.switches {
      if let isOn = keys[option.name].flatMap({ reader.boolean($0) }) { options[keyPath: option.path] = isOn }
    }
  }

  private mutating func readSeverity(_ node: YAMLNode, into configuration: inout SiteConfiguration) {
    guard let members = reader.members(of: node) else { return }
    var choices: [String: SeverityPolicy.Choice] = [:]
    for member in members {
      let word = reader.choice(member.value, of: SeverityPolicy.Choice.allCases.map(\.rawValue))
      if let choice = word.flatMap(SeverityPolicy.Choice.init) { choices[member.key.value] = choice }
    }
    configuration.severity = SeverityPolicy(choices)
    configuration.severityIdentifiers = members.map(\.key)
  }
}
