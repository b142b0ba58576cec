import Content
import SiteGraph

/// A set as a table: CSV (RFC 4180) in UTF-8, a line for each entry, a column for each field and language.
///
/// A text that a spreadsheet would take for a formula has an apostrophe before it; numbers are left as they are.
struct DatasetTable {
  private enum Cell {
    case text(String)
    case number(String)
  }

  private struct Column {
    let name: String
    let cell: (Int) -> Cell?
  }

  private let dataset: Dataset
  private var site: Site { dataset.site }

  init(_ dataset: Dataset) {
    self.dataset = dataset
  }

  func csv() -> [UInt8] {
    let columns = columns
    var csv: [UInt8] = []
    func append(_ row: [Cell?]) {
      for (number, cell) in row.enumerated() {
        if number > 0 { csv.append(UInt8(ascii: ",")) }
        switch cell {
        case .text(let text)?: csv.append(contentsOf: Self.quoted(Self.defused(text)).utf8)
        case .number(let number)?: csv.append(contentsOf: number.utf8)
        case nil: break
        }
      }
      csv.append(contentsOf: "\r\n".utf8)
    }
    append(columns.map { .text($0.name) })
    for entry in dataset.entries { append(columns.map { $0.cell(entry) }) }
    return csv
  }

  /// A text that no spreadsheet runs.
  private static func defused(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: "'" + text
    default: text
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), 0x0D].contains($0)
    }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  // MARK: Columns

  private var columns: [Column] {
    [
      Column(name: "id") { .text(site.entries[$0].key) },
      Column(name: "original_language") { .text(site.entries[$0].originalLanguage) },
    ]
      + dataset.localized.map { language in
        Column(name: "url_\(language.tag)") { number in
          DatasetRecord(number, in: dataset).pages.first { $0.language.tag == language.tag }
            .map { .text(site.permalink($0.path)) }
        }
      } + dataset.fields.flatMap { columns(of: $0) }
  }

  private func columns(of field: FieldDeclaration) -> [Column] {
    switch field.type {
    case .record(let parts):
      return parts.filter { $0.name != "publish" }.flatMap { part in
        columns(named: "\(field.name)_\(part.name)", of: part) { number, language in
          let entry = site.entries[number]
          guard dataset.isGiven(field, of: entry) else { return nil }
          let whole =
            language.map { variant(of: entry, in: $0)?.fields[field.name] } ?? entry.shared[field.name]
          return whole?.value.record?[part.name]?.value
        }
      }
    case .place:
      return ["lat", "lon"].map { part in
        Column(name: part) { number in
          cell(
            site.entries[number].shared[field.name]?.value.record?[part]?.value, of: .number, entry: number)
        }
      }
    // Tables have no room for lists of records.
    case .list(.record): return []
    case let type where !type.referencedKinds.isEmpty:
      return [
        Column(name: field.name) { number in
          let targets = site.relations[number].references[field.name] ?? []
          return targets.isEmpty ? nil : .text(targets.map(name(of:)).joined(separator: "; "))
        }
      ]
    default:
      return columns(named: field.name, of: field) { number, language in
        let entry = site.entries[number]
        return (language.map { variant(of: entry, in: $0)?.fields[field.name] } ?? entry.shared[field.name])?
          .value
      }
    }
  }

  /// A column for a shared field, one for each language for a translated one; for keys of vocabularies, also one
  /// for each language with their names.
  private func columns(
    named name: String, of field: FieldDeclaration, value: @escaping (Int, LocalizedSite?) -> FieldValue?
  ) -> [Column] {
    guard field.class == .shared else {
      return dataset.localized.map { language in
        Column(name: "\(name)_\(language.tag)") { cell(value($0, language), of: field.type, entry: $0) }
      }
    }
    let own = Column(name: name) { cell(value($0, nil), of: field.type, entry: $0) }
    guard let word = Self.words(of: field.type) else { return [own] }
    return [own]
      + dataset.localized.map { language in
        Column(name: "\(name)_\(language.tag)") { number in
          let keys = (value(number, nil)?.list?.map(\.value) ?? [value(number, nil)]).compactMap { $0?.text }
          return keys.isEmpty ? nil : .text(keys.map { word($0, language) }.joined(separator: "; "))
        }
      }
  }

  /// What gives the names of a type's keys.
  private static func words(of type: FieldType) -> ((String, LocalizedSite) -> String)? {
    switch type {
    case .list(let element): words(of: element)
    case .country, .area:
      { key, language in
        language.site.area(key).map { language.site.areas[$0].names[language.number].text } ?? key
      }
    case .term(vocabulary: "topics"):
      { key, language in language.site.topic(key).map { language.title(ofTopic: $0).text } ?? key }
    default: nil
    }
  }

  private func variant(of entry: Entry, in language: LocalizedSite) -> Variant? {
    entry.variants[language.tag].flatMap { dataset.isVisible($0) ? $0 : nil }
  }

  private func cell(_ value: FieldValue?, of type: FieldType, entry: Int) -> Cell? {
    switch (value, type) {
    case (.text(let path)?, .file), (.text(let path)?, .link):
      .text(DatasetRecord(entry, in: dataset).address(path, in: nil))
    case (.text(let text)?, _): .text(text)
    case (.date(let date)?, _): .text(date.description)
    case (.time(let time)?, _): .text(time.description)
    case (.number(let number)?, _): .number(number.description)
    case (.count(let count)?, _): .number(String(count))
    case (.boolean(let boolean)?, _): .text(boolean ? "true" : "false")
    case (.list(let elements)?, _):
      elements.isEmpty ? nil : .text(elements.compactMap(\.value.plainText).joined(separator: "; "))
    case (.empty?, _), (.markdown?, _), (.data?, _), (.record?, _), (nil, _): nil
    }
  }

  private func name(of target: ReferenceTarget) -> String {
    switch target {
    case .entry(let number): site.entries[number].key
    case .organisation(let number): site.organisations[number].key
    case .outside(let name, _): name
    }
  }
}
