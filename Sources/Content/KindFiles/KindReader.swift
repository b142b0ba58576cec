import Diagnostics

/// Reads the declaration of a kind from its YAML file.
package struct KindReader {
  static let keys = [
    "section", "date_field", "order", "hides_future", "has_section", "has_feed", "title_field",
    "fields",
  ]

  /// What templates know a page by, whatever its kind.
  package static let reservedFields: Set = [
    "alternates", "body", "body_language", "breadcrumbs", "calendar", "canonical", "dated", "direction",
    "entries", "feed", "feeds", "files", "head", "hidden", "is_fallback", "is_upcoming", "json_feed",
    "json_ld",
    "key", "kind", "language", "map", "matches", "next", "original_language", "pagination", "permalink",
    "planned", "previous", "related", "section", "social", "state", "toc", "translations", "url",
  ]

  /// The fields that every kind has.
  private let common: [FieldDeclaration]
  private var reader = NodeReader()

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(common: [FieldDeclaration] = []) {
    self.common = common
  }

  /// Reads the file of the fields that every kind has: a map with `fields` alone.
  mutating func commonFields(_ root: YAMLNode) -> [FieldDeclaration] {
    guard let keys = reader.fields(of: root, known: ["fields"], in: "common.yml"), let fields = keys["fields"]
    else { return [] }
    return self.fields(fields)
  }

  /// Reads a kind.
  ///
  /// - Parameter name: The kind's name: its file's name without the ending.
  mutating func kind(_ root: YAMLNode, name: String) -> Kind? {
    let context = "the kind “\(name)”"
    guard let keys = reader.fields(of: root, known: Self.keys, in: context),
      let sectionNode = reader.required("section", of: keys, in: context, at: root.place),
      let section = slug(sectionNode)
    else { return nil }
    let own = keys["fields"].map { fields($0) } ?? []
    let all = common + own
    let order = keys["order"].flatMap { reader.choice($0, of: Kind.Order.allCases.map(\.rawValue)) }
    return Kind(
      name: name, section: section,
      dateField: field(keys["date_field"], among: all) { type in
        switch type {
        case .date, .time, .yearOrDate: true
        default: false
        }
      },
      order: order.flatMap(Kind.Order.init) ?? .title,
      hasSection: keys["has_section"].flatMap { reader.boolean($0) } ?? true,
      hidesFuture: keys["hides_future"].flatMap { reader.boolean($0) } ?? false,
      hasFeed: keys["has_feed"].flatMap { reader.boolean($0) } ?? false,
      titleField: field(keys["title_field"], among: all) { $0 == .name || $0 == .text },
      fields: all)
  }

  private mutating func slug(_ node: YAMLNode) -> String? {
    guard let text = reader.text(node) else { return nil }
    if let mistake = SlugMistake(in: text) {
      reader.report(FieldProblem.badSlug(text, mistake), at: node.place)
      return nil
    }
    return text
  }

  /// The name of a field that another key refers to, where it is of a fitting type.
  private mutating func field(
    _ node: YAMLNode?, among fields: [FieldDeclaration], where fits: (FieldType) -> Bool
  ) -> String? {
    guard let node else { return nil }
    let names = fields.filter { fits($0.type) }.map(\.name)
    return reader.choice(node, of: names)
  }

  /// - Parameter isKind: Whether the fields are those of a kind, not the parts of a record.
  private mutating func fields(_ node: YAMLNode, isKind: Bool = true) -> [FieldDeclaration] {
    guard let members = reader.members(of: node) else { return [] }
    var fields: [FieldDeclaration] = []
    for member in members {
      let name = member.key.value
      if common.contains(where: { $0.name == name }) {
        reader.report(KindProblem.builtInField(name), at: member.key.place)
      } else if isKind, Self.reservedFields.contains(name) {
        reader.report(KindProblem.reservedName(name), at: member.key.place)
      } else if !Self.isName(name) {
        reader.report(KindProblem.badName(name), at: member.key.place)
      } else if let field = field(name, member.value) {
        fields.append(field)
      }
    }
    return fields
  }

  private mutating func field(_ name: String, _ node: YAMLNode) -> FieldDeclaration? {
    // `region: text` is short for `region: { type: text }`.
    if node.scalar != nil { return type(node, from: [:]).map { FieldDeclaration(name: name, type: $0) } }
    let context = "the field “\(name)”"
    guard let keys = reader.fields(of: node, known: Self.fieldKeys, in: context),
      let typeNode = reader.required("type", of: keys, in: context, at: node.place),
      let type = type(typeNode, from: keys)
    else { return nil }
    let classes = FieldDeclaration.Class.allCases.map(\.rawValue)
    let fieldClass =
      keys["class"].flatMap { reader.choice($0, of: classes) }.flatMap(FieldDeclaration.Class.init) ?? .shared
    if fieldClass == .shared, case .list(.record(let parts)) = type,
      let part = parts.first(where: { $0.class == .translated })
    {
      reader.report(KindProblem.translatedPart(part.name, list: name), at: node.place)
    }
    return FieldDeclaration(
      name: name, type: type,
      class: fieldClass,
      isRequired: keys["required"].flatMap { reader.boolean($0) } ?? false,
      isLaidOut: keys["laid_out"].flatMap { reader.boolean($0) } ?? true,
      backLink: keys["back_link"].flatMap { linkName($0) },
      peerLink: keys["peer_link"].flatMap { linkName($0) },
      description: keys["description"].flatMap { reader.localizedText($0, languages: nil) })
  }

  /// The name under which templates see a back-link.
  private mutating func linkName(_ node: YAMLNode) -> String? {
    guard let name = reader.text(node) else { return nil }
    if !Self.isName(name) {
      reader.report(KindProblem.badName(name), at: node.place)
    } else if Self.reservedFields.contains(name) || common.contains(where: { $0.name == name }) {
      reader.report(KindProblem.reservedName(name), at: node.place)
    } else {
      return name
    }
    return nil
  }

  /// What a field's declaration may say.
  static let fieldKeys =
    ["type", "class", "required", "laid_out", "back_link", "peer_link", "description"] + typeKeys

  /// The names of all types, those that need more keys last.
  static var typeNames: [String] { simpleTypes.keys.sorted() + compoundTypes }

  private static let compoundTypes = ["choice", "list", "record", "reference", "term"]

  private static let typeKeys = ["of", "to", "outside", "vocabulary", "fields"]

  private static let simpleTypes: [String: FieldType] = [
    "text": .text, "name": .name, "markdown": .markdown, "date": .date, "time": .time,
    "year_or_date": .yearOrDate, "time_zone": .timeZone, "number": .number, "count": .count,
    "boolean": .boolean, "country": .country, "area": .area, "place": .place, "url": .url, "link": .link,
    "email": .email, "file": .file, "path": .path, "slug": .slug, "template": .template, "data": .data,
  ]

  private mutating func type(_ node: YAMLNode, from keys: [String: YAMLNode]) -> FieldType? {
    guard let name = reader.choice(node, of: Self.typeNames) else { return nil }
    if let simple = Self.simpleTypes[name] { return simple }
    let context = "a field of the type “\(name)”"
    switch name {
    case "choice":
      guard let of = reader.required("of", of: keys, in: context, at: node.place) else { return nil }
      return .choice(words(of))
    case "list":
      guard let of = reader.required("of", of: keys, in: context, at: node.place) else { return nil }
      return elementType(of).map { .list(of: $0) }
    case "record":
      guard let fields = reader.required("fields", of: keys, in: context, at: node.place) else { return nil }
      // The parts of a record may be called as the fields that every kind has.
      var nested = KindReader()
      let parts = nested.fields(fields, isKind: false)
      reader.report(nested.diagnostics)
      return .record(parts)
    case "reference":
      guard let to = reader.required("to", of: keys, in: context, at: node.place) else { return nil }
      return .reference(kinds: words(to), outside: keys["outside"].flatMap { reader.boolean($0) } ?? false)
    default:
      guard let vocabulary = reader.required("vocabulary", of: keys, in: context, at: node.place) else {
        return nil
      }
      return reader.choice(vocabulary, of: ["topics", "organisations"]).map { .term(vocabulary: $0) }
    }
  }

  private mutating func elementType(_ node: YAMLNode) -> FieldType? {
    if node.scalar != nil { return type(node, from: [:]) }
    let context = "the type of a list’s elements"
    guard let keys = reader.fields(of: node, known: ["type"] + Self.typeKeys, in: context),
      let typeNode = reader.required("type", of: keys, in: context, at: node.place)
    else { return nil }
    return type(typeNode, from: keys)
  }

  private mutating func words(_ node: YAMLNode) -> [String] {
    reader.elements(of: node).compactMap { reader.text($0) }
  }

  /// Whether a field's name can be used in templates: letters, digits and underscores.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !NodeReader.isDigit(first) else { return false }
    return name.utf8.allSatisfy {
      NodeReader.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || $0 == UInt8(ascii: "_")
    }
  }
}
