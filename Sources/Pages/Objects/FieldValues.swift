import CommonMark
import Content
import Diagnostics
import SiteGraph
import Templating

/// Turns an entry's fields into what templates see: each in its language, references as what they refer to.
struct FieldValues {
  private let object: EntryObject
  private var localized: LocalizedSite { object.localized }
  private var entry: Entry { object.entry }

  init(_ object: EntryObject) {
    self.object = object
  }

  /// The value of a declared field: an absent list is empty, anything else absent is `none`.
  func value(of field: FieldDeclaration) -> Value {
    if !field.type.referencedKinds.isEmpty { return references(field) }
    guard let found = entry.value(of: field, in: localized.tag, available: object.isAvailable) else {
      return Self.absent(field.type)
    }
    if case .record(let declarations) = field.type, case .record(let members) = found.value.value {
      return .record(
        declarations.map { part in
          let language = found.language(ofPart: part.name)
          return (
            part.name,
            value(members[part.name], of: part.type, language: language, path: "\(field.name)-\(part.name)")
          )
        } + sizes(of: members, declarations))
    }
    return value(found.value, of: field.type, language: found.language, path: field.name)
  }

  private func references(_ field: FieldDeclaration) -> Value {
    let targets = localized.site.relations[object.edition.entry].references[field.name] ?? []
    let values = targets.compactMap { target in
      switch target {
      case .entry(let number): localized.entry(number)
      case .organisation(let number):
        OrganisationObject.value(localized.site.organisations[number], in: localized)
      case .outside(let name, let url):
        OrganisationObject.value(key: nil, name: LabelText(text: name, language: nil), url: url)
      }
    }
    if case .list = field.type { return .list(values) }
    return values.first ?? .none
  }

  static func absent(_ type: FieldType) -> Value {
    if case .list = type { .list([]) } else { .none }
  }

  /// - Parameter path: The names and numbers that lead to the value, for the ids in a text.
  private func value(
    _ located: Located<FieldValue>?, of type: FieldType, language: String, path: String
  ) -> Value {
    guard let located else { return Self.absent(type) }
    switch (located.value, type) {
    case (.empty, _): return Self.absent(type)
    case (.text(let text), .text): return .text(Text(text, language: language))
    case (.text(let key), .country), (.text(let key), .area): return localized.area(key) ?? .none
    case (.text(let key), .term(let vocabulary)): return term(key, vocabulary)
    case (.text(let path), .file), (.text(let path), .link):
      return .string(address(path, in: writer(of: located)))
    case (.text(let text), _): return .string(text)
    case (.markdown(let text), _):
      return markdown(text, in: writer(of: located), idPrefix: "\(object.idPrefix)\(path)-")
    case (.date(let date), _): return .string(date.description)
    case (.time(let time), _): return .string(time.description)
    case (.number(let number), _): return .float(number)
    case (.count(let count), _): return .integer(count)
    case (.boolean(let boolean), _): return .boolean(boolean)
    case (.data(let data), _): return Value(data)
    case (.list(let elements), _):
      var element = type
      if case .list(let declared) = type { element = declared }
      return .list(
        elements.enumerated().map { number, located in
          value(located, of: element, language: language, path: "\(path)-\(number + 1)")
        })
    case (.record(let members), .record(let declarations)):
      return .record(
        declarations.map {
          ($0.name, value(members[$0.name], of: $0.type, language: language, path: "\(path)-\($0.name)"))
        })
    case (.record(let members), _):
      return .record(
        members.sorted { $0.key < $1.key }.map {
          ($0.key, value($0.value, of: .name, language: language, path: path))
        })
    }
  }

  private func term(_ key: String, _ vocabulary: String) -> Value {
    let site = localized.site
    if vocabulary == "topics" {
      return site.topic(key).map { .object(TopicObject($0, in: localized)) } ?? .none
    }
    return site.organisation(key).map { OrganisationObject.value(site.organisations[$0], in: localized) }
      ?? .none
  }

  private func markdown(_ text: RichText, in file: EntryFile?, idPrefix: String) -> Value {
    guard let file else { return .none }
    let writer = BodyWriter(
      localized: localized, edition: object.edition, file: file, isAbsolute: false, idPrefix: idPrefix)
    return .text(Text(utf8: writer.html(of: text), isSafe: true, language: text.language))
  }

  /// `width` and `height` beside the image that a record names, `none` where they are not known.
  private func sizes(
    of members: [String: Located<FieldValue>], _ declarations: [FieldDeclaration]
  ) -> [(String, Value)] {
    guard let part = declarations.first(where: { $0.type == .file }) else { return [] }
    let size = members[part.name].flatMap { located in
      located.value.text.flatMap { path in
        writer(of: located).flatMap { localized.site.imageSize(of: localized.site.target(of: path, in: $0)) }
      }
    }
    return [("width", Value(size?.width)), ("height", Value(size?.height))]
      .filter { name, _ in !declarations.contains { $0.name == name } }
  }

  /// The file that a value is written in, which says what paths in it lead to.
  private func writer(of value: Located<FieldValue>) -> EntryFile? {
    (entry.variants.values.first { $0.file.path == value.place.file } ?? entry.original)?.file
  }

  /// The address of a file or a link that front matter names.
  private func address(_ path: String, in file: EntryFile?) -> String {
    guard let file else { return path }
    let addresses = LinkAddresses(localized: localized, edition: object.edition, isAbsolute: false)
    return addresses.address(of: localized.site.target(of: path, in: file))?.url ?? path
  }
}
