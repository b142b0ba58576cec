import Content
import Diagnostics
import SiteGraph

/// An entry as an object of JSON, with all its languages.
///
/// A field that is translated is an object of texts by language, with those languages that have it; every other
/// one is its value. What an entry does not have is left out.
struct DatasetRecord {
  let dataset: Dataset
  /// The entry's number in ``Site/entries``.
  let number: Int
  private var site: Site { dataset.site }
  private var entry: Entry { site.entries[number] }

  init(_ number: Int, in dataset: Dataset) {
    self.dataset = dataset
    self.number = number
  }

  /// The members of the object, without its braces.
  ///
  /// - Parameter leavingOut: The name of a field that is told elsewhere.
  func writeMembers(to json: inout JSONText, leavingOut: String? = nil) {
    json.member("id", entry.key)
    json.member("original_language", entry.originalLanguage)
    json.object("url") { json in
      for (language, path) in pages { json.member(language.tag, site.permalink(path)) }
    }
    for field in dataset.fields where field.name != leavingOut && dataset.isGiven(field, of: entry) {
      write(field, to: &json)
    }
    MatchRecord(number, in: site).writeMembers(to: &json)
  }

  /// The entry's pages in the languages that it is translated into, or its original's.
  var pages: [(language: LocalizedSite, path: String)] {
    dataset.localized.compactMap { language in
      guard let edition = language.edition(number), edition.state != .missing, edition.hasPage else {
        return nil
      }
      return (language, edition.path)
    }
  }

  // MARK: Fields

  private func write(_ field: FieldDeclaration, to json: inout JSONText) {
    if !field.type.referencedKinds.isEmpty { return writeReferences(field, to: &json) }
    if case .record(let parts) = field.type { return writeRecord(field, parts: parts, to: &json) }
    if field.class == .shared {
      let value = entry.shared[field.name]?.value ?? standard(of: field)
      return write(field.name, value, of: field.type, in: nil, to: &json)
    }
    let values = dataset.variants(of: entry).compactMap { language, variant in
      variant.fields[field.name].map { (language, $0.value) }
    }.filter { !$0.1.isNone }
    writeTranslated(field.name, values, of: field.type, to: &json)
  }

  /// Times without a zone are those of the site's zone.
  private func standard(of field: FieldDeclaration) -> FieldValue? {
    field.type == .timeZone ? .text(site.configuration.timeZone) : nil
  }

  private func writeTranslated(
    _ name: String, _ values: [(LocalizedSite, FieldValue)], of type: FieldType, to json: inout JSONText
  ) {
    guard !values.isEmpty else { return }
    json.object(name) { json in
      for (language, value) in values { write(language.tag, value, of: type, in: language, to: &json) }
    }
  }

  /// A record: its shared parts as they are, its translated parts by language.
  private func writeRecord(_ field: FieldDeclaration, parts: [FieldDeclaration], to json: inout JSONText) {
    let shared = entry.shared[field.name]?.value.record ?? [:]
    let variants = dataset.variants(of: entry).compactMap { language, variant in
      variant.fields[field.name]?.value.record.map { (language, $0) }
    }
    guard !shared.isEmpty || !variants.isEmpty else { return }
    json.object(field.name) { json in
      for part in parts where part.name != "publish" {
        if part.class == .shared {
          write(part.name, shared[part.name]?.value, of: part.type, in: nil, to: &json)
        } else {
          let values = variants.compactMap { language, record in
            record[part.name].map { (language, $0.value) }
          }
          .filter { !$0.1.isNone }
          writeTranslated(part.name, values, of: part.type, to: &json)
        }
      }
    }
  }

  private func write(
    _ name: String, _ value: FieldValue?, of type: FieldType, in language: LocalizedSite?,
    to json: inout JSONText
  ) {
    guard let value, !value.isNone else { return }
    json.key(name)
    write(value, of: type, in: language, to: &json)
  }

  private func write(
    _ value: FieldValue, of type: FieldType, in language: LocalizedSite?, to json: inout JSONText
  ) {
    switch (value, type) {
    case (.text(let path), .file), (.text(let path), .link): json.string(address(path, in: language))
    case (.text(let text), _): json.string(text)
    case (.date(let date), _): json.string(date.description)
    case (.time(let time), _): json.string(time.description)
    case (.number(let number), _): json.number(number)
    case (.count(let count), _): json.integer(count)
    case (.boolean(let boolean), _): json.boolean(boolean)
    case (.list(let elements), .list(let type)):
      json.array { json in for element in elements { write(element.value, of: type, in: language, to: &json) }
      }
    case (.record(let members), .record(let parts)):
      json.object { json in
        for part in parts {
          write(part.name, members[part.name]?.value, of: part.type, in: language, to: &json)
        }
      }
    case (.record(let members), _):
      json.object { json in
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
          write(name, member.value, of: .number, in: language, to: &json)
        }
      }
    case (.empty, _), (.markdown, _), (.data, _), (.list, _): json.null()
    }
  }

  /// The whole address of a file or a link, as readers of a language get it.
  func address(_ path: String, in language: LocalizedSite?) -> String {
    let readers = language ?? dataset.localized.first { $0.tag == entry.originalLanguage }
    guard let readers, let edition = readers.edition(number),
      let address = EntryObject(edition, in: readers).permalink(ofFile: path)
    else { return path }
    return address
  }

  // MARK: References

  private func writeReferences(_ field: FieldDeclaration, to json: inout JSONText) {
    let targets = site.relations[number].references[field.name] ?? []
    guard let first = targets.first else { return }
    json.key(field.name)
    guard case .list = field.type else { return write(first, to: &json) }
    json.array { json in for target in targets { write(target, to: &json) } }
  }

  private func write(_ target: ReferenceTarget, to json: inout JSONText) {
    json.object { json in
      switch target {
      case .entry(let other):
        json.member("kind", site.entries[other].kind.name)
        json.member("id", site.entries[other].key)
      case .organisation(let other):
        json.member("kind", "organisation")
        json.member("id", site.organisations[other].key)
      case .outside(let name, let url):
        json.member("name", name)
        json.member("url", url)
      }
    }
  }
}

extension FieldValue {
  /// Whether there is none on purpose.
  fileprivate var isNone: Bool { if case .empty = self { true } else { false } }
}
