import CommonMark
import Diagnostics

/// Reads the values of an entry's fields by the types that its kind declares.
struct FieldReader {
  private let context: EntryContext
  /// The language of the variant.
  private let language: String
  /// The front matter, which begins on the file's second line.
  private let yaml: ArraySlice<UInt8>
  private(set) var reader = NodeReader()

  init(context: EntryContext, language: String, yaml: ArraySlice<UInt8>) {
    self.context = context
    self.language = language
    self.yaml = yaml
  }

  var diagnostics: [Diagnostic] { reader.diagnostics }

  mutating func report(_ diagnostics: [Diagnostic]) { reader.report(diagnostics) }

  mutating func report(_ problem: some Problem, at place: Place, notes: [Note] = []) {
    reader.report(problem, at: place, notes: notes)
  }

  /// The fields of a map by a list of declarations; what has no value is left out.
  ///
  /// - Parameter owner: Where the fields belong, for messages: `a news entry`.
  mutating func fields(
    _ members: [YAMLNode.Member], known: [String], declaration: (String) -> FieldDeclaration?,
    in owner: String
  ) -> [String: Located<FieldValue>] {
    var fields: [String: Located<FieldValue>] = [:]
    fields.reserveCapacity(members.count)
    for member in members {
      guard let field = declaration(member.key.value) else {
        reader.reportUnknownKey(member.key, known: known, in: owner)
        continue
      }
      if member.value.isNull { continue }
      if let value = value(member.value, of: field.type, name: field.name) {
        fields[field.name] = Located(value, at: member.value.place)
      }
    }
    return fields
  }

  /// - Parameter name: The field's name, for messages.
  private mutating func value(_ node: YAMLNode, of type: FieldType, name: String) -> FieldValue? {
    // “None on purpose”; an address has no such thing.
    if node.isEmptyText, type != .slug { return .empty }
    switch type {
    case .text:
      return reader.text(node).map { .text(context.markdown.typeset(Self.trimmed($0), language: language)) }
    case .name: return reader.text(node).map { .text(Self.trimmed($0)) }
    case .markdown: return reader.text(node).map { .markdown(markdown($0, of: node)) }
    case .date: return reader.date(node).map { .date($0) }
    case .yearOrDate:
      if let text = node.scalar, NodeReader.year(text) { return .text(text) }
      return reader.date(node).map { .date($0) }
    case .time: return reader.time(node).map { .time($0) }
    case .timeZone: return reader.timeZone(node).map { .text($0) }
    case .number: return reader.number(node).map { .number($0) }
    case .count: return reader.count(node).map { .count($0) }
    case .boolean: return reader.boolean(node).map { .boolean($0) }
    case .country: return reader.country(node).map { .text($0.value) }
    case .area: return reader.area(node, groups: context.groups).map { .text($0.value) }
    case .place: return place(node)
    case .url: return reader.url(node).map { .text($0) }
    case .link: return reader.link(node).map { .text($0) }
    case .email: return reader.email(node).map { .text($0) }
    case .file: return reader.file(node).map { .text($0) }
    case .path: return reader.path(node).map { .text($0) }
    case .slug: return reader.slug(node).map { .text($0) }
    case .template: return reader.template(node).map { .text($0) }
    case .choice(let words): return reader.choice(node, of: words).map { .text($0) }
    case .reference(_, let outside): return reference(node, outside: outside, name: name)
    case .term(let vocabulary): return term(node, of: vocabulary)
    case .list(let element): return list(node, of: element, name: name)
    case .record(let parts): return record(node, of: parts, name: name, isComplete: false)
    case .data: return .data(DataValue(node))
    }
  }

  /// A text without white space at its ends.
  private static func trimmed(_ text: String) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = text.utf8.first, let last = text.utf8.last, isBlank(first) || isBlank(last) else {
      return text
    }
    var bytes = text.utf8[...]
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }

  private mutating func markdown(_ text: String, of node: YAMLNode) -> RichText {
    var line = node.place.line
    var indentation = node.place.column - 1
    switch node.content {
    case .scalar(_, .block):
      line += 1
      indentation = self.indentation(ofLine: line)
    case .scalar(_, .quoted): indentation += 1
    default: break
    }
    let rendered = context.markdown.parse(
      Array(text.utf8), file: node.place.file, firstLine: line, indentation: indentation, language: language)
    reader.report(rendered.diagnostics)
    return rendered
  }

  /// By how many columns the text of a block is indented, which its first line says that is not blank.
  ///
  /// - Parameter line: The line of the file at which the text begins.
  private func indentation(ofLine line: Int) -> Int {
    let parts = yaml.split(separator: 0x0A, maxSplits: max(0, line - 2), omittingEmptySubsequences: false)
    let first = parts.last?.split(separator: 0x0A).first { $0.contains { $0 > 0x20 } }
    return first?.prefix { $0 == 0x20 }.count ?? 0
  }

  /// Coordinates.
  private mutating func place(_ node: YAMLNode) -> FieldValue? {
    let count = reader.diagnostics.count
    let keys = reader.fields(of: node, known: ["lat", "lon"], in: "a place", synonyms: Self.coordinates)
    // What was written under another name is not missing.
    guard let keys, reader.diagnostics.count == count,
      let lat = reader.required("lat", of: keys, in: "a place", at: node.place),
      let lon = reader.required("lon", of: keys, in: "a place", at: node.place)
    else { return nil }
    let latitude = reader.number(lat, in: -90...90)
    let longitude = reader.number(lon, in: -180...180)
    guard let latitude, let longitude else { return nil }
    return .record([
      "lat": Located(.number(latitude), at: lat.place), "lon": Located(.number(longitude), at: lon.place),
    ])
  }

  /// What programs for maps call them.
  private static let coordinates = ["latitude": "lat", "lng": "lon", "long": "lon", "longitude": "lon"]

  private mutating func reference(_ node: YAMLNode, outside: Bool, name: String) -> FieldValue? {
    guard node.mapping != nil else {
      return reader.text(node, expected: "the name of an entry").map { .text($0) }
    }
    guard outside else {
      reader.report(
        FieldProblem.wrongShape(expected: "the name of an entry", found: node.shape), at: node.place)
      return nil
    }
    return record(node, of: Self.outsider, name: name, isComplete: true)
  }

  /// Someone outside the network.
  private static let outsider = [
    FieldDeclaration(name: "name", type: .name, isRequired: true), FieldDeclaration(name: "url", type: .url),
  ]

  private mutating func term(_ node: YAMLNode, of vocabulary: String) -> FieldValue? {
    guard let text = reader.text(node, expected: "a key of \(vocabulary).yml") else { return nil }
    // Of a vocabulary that cannot be read, no term can be shown.
    guard let terms = context.terms(of: vocabulary) else { return nil }
    if terms.contains(text) { return .text(text) }
    if text.contains(",") {
      reader.report(FieldProblem.commaList(text), at: node.place)
    } else {
      reader.report(
        FieldProblem.unknownTerm(
          text, vocabulary: vocabulary, suggestion: Suggestion.nearest(to: text, in: terms)), at: node.place)
    }
    return nil
  }

  private mutating func list(_ node: YAMLNode, of element: FieldType, name: String) -> FieldValue? {
    var values: [Located<FieldValue>] = []
    for node in reader.elements(of: node) {
      let value: FieldValue?
      if node.isNull || node.isEmptyText {
        reader.report(FieldProblem.wrongShape(expected: "a value", found: node.shape), at: node.place)
        continue
      } else if case .record(let parts) = element {
        value = record(node, of: parts, name: name, isComplete: true)
      } else {
        value = self.value(node, of: element, name: name)
      }
      if let value { values.append(Located(value, at: node.place)) }
    }
    return .list(values)
  }

  /// - Parameter isComplete: Whether what is required must be here; a field's record may take it from
  ///   another variant.
  private mutating func record(
    _ node: YAMLNode, of parts: [FieldDeclaration], name: String, isComplete: Bool
  ) -> FieldValue? {
    let expected = "a map with \(FieldProblem.list(parts.map(\.name), "and"))"
    guard let members = reader.members(of: node, expected: expected) else { return nil }
    let count = reader.diagnostics.count
    let fields = fields(
      members, known: parts.map(\.name), declaration: { name in parts.first { $0.name == name } },
      in: "“\(name)”")
    if isComplete, reader.diagnostics.count == count {
      for part in parts where part.isRequired && fields[part.name] == nil {
        reader.report(FieldProblem.missingKey(part.name, context: "“\(name)”"), at: node.place)
      }
    }
    return .record(fields)
  }
}
