import CommonMark
import Content

/// The countries, continents and groups that entries are about.
struct AreaTree {
  let nodes: [AreaNode]
  let numbers: [String: Int]

  /// - Parameter entries: Visible entries in the order of lists, with their areas' keys.
  init(entries: [(number: Int, areas: [String])], configuration: SiteConfiguration) {
    let groups = Dictionary(
      configuration.groups.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var named: Set<String> = []
    for entry in entries { named.formUnion(entry.areas) }
    let continentOf = Dictionary(
      uniqueKeysWithValues: named.compactMap { key in
        groups[key] == nil ? Geography.continent(of: key).map { (key, $0) } : nil
      })
    let keys = named.union(continentOf.values).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, $0.offset) })
    self.numbers = numbers
    let lists = Self.lists(
      entries, keys: keys, numbers: numbers, continentOf: continentOf, groups: configuration.groups)
    let names = configuration.languages.map { AreaNames(language: $0, configuration: configuration) }
    nodes = keys.enumerated().map { number, key in
      AreaNode(
        key: key, names: names.map { $0.name(of: key, group: groups[key]) },
        parent: continentOf[key].flatMap { numbers[$0] },
        paths: names.map { $0.path(of: key, isGroup: groups[key] != nil) }, entries: lists[number])
    }
  }

  /// Each area's entries: those about it, about a country of its continent, about a member of its group.
  private static func lists(
    _ entries: [(number: Int, areas: [String])], keys: [String], numbers: [String: Int],
    continentOf: [String: String], groups: [SiteConfiguration.Group]
  ) -> [[Int]] {
    var members: [String: Set<String>] = ["eu": Geography.europeanUnion]
    for group in groups where !group.members.isEmpty { members[group.key] = Set(group.members.map(\.value)) }
    let groupsOf = Dictionary(
      uniqueKeysWithValues: keys.map { key in (key, keys.filter { members[$0]?.contains(key) ?? false }) })
    var lists = [[Int]](repeating: [], count: keys.count)
    for entry in entries {
      var areas = Set(entry.areas)
      for key in entry.areas {
        if let continent = continentOf[key] { areas.insert(continent) }
        areas.formUnion(groupsOf[key] ?? [])
      }
      for key in areas { if let number = numbers[key] { lists[number].append(entry.number) } }
    }
    return lists
  }
}

/// The names of areas in one language, and their parts of addresses.
private struct AreaNames {
  /// The languages that say “Global” of what concerns the whole world; the others name the world, as CLDR does.
  private static let saysGlobal: Set = ["en", "de"]

  private let language: Language
  private let order: [String]
  private let geography: Geography
  private let english = Geography(locale: "en")

  init(language: Language, configuration: SiteConfiguration) {
    self.language = language
    order = configuration.languages.map(\.tag)
    geography = Geography(locale: language.locale)
  }

  /// The group's label, else CLDR's name, else the key.
  func name(of key: String, group: SiteConfiguration.Group?) -> LabelText {
    if let label = group?.label.text(in: language.tag, others: order) {
      return LabelText(text: label.text, language: label.language)
    }
    if key == "global", Self.saysGlobal.contains(String(language.tag.prefix { $0 != "-" })) {
      return LabelText(text: "Global", language: nil)
    }
    return geography.name(of: key).map { LabelText(text: $0, language: language.tag) }
      ?? LabelText(text: key, language: nil)
  }

  /// Countries and continents live at their names in the language, or at their English ones where it does
  /// not write Latin letters; groups at their keys.
  func path(of key: String, isGroup: Bool) -> String {
    let isNamed = !isGroup && key != "global"
    let slug =
      isNamed
      ? slug(geography.name(of: key), language: language.tag) ?? slug(english.name(of: key), language: "en")
      : nil
    return "/\(language.tag)/\(language.section("countries"))/\(slug ?? key)/"
  }

  private func slug(_ name: String?, language: String) -> String? {
    guard let name else { return nil }
    let slug = Slug.of(name, language: language)
    return !slug.isEmpty && slug.utf8.allSatisfy { $0 < 0x80 } ? slug : nil
  }
}
