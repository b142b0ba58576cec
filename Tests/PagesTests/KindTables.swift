import Content

/// What docs/templates.md says about the kinds: made from their declarations.
struct KindTables {
  private let kinds: [Kind]
  /// The fields that all kinds have.
  private let common: [FieldDeclaration]

  init(_ kinds: [Kind]) {
    self.kinds = kinds
    common = kinds.first?.fields.filter { field in kinds.allSatisfy { $0.field(field.name) == field } } ?? []
  }

  var text: String {
    let every = "### Every kind\n\n" + table(common)
    return ([every] + kinds.map(section)).joined(separator: "\n")
  }

  private func section(_ kind: Kind) -> String {
    var text = "### \(kind.name)\n\n"
    text += table(kind.fields.filter { !common.contains($0) })
    var remarks: [String] = []
    if let date = kind.dateField { remarks.append("Its date, `page.dated`, is `\(date)`.") }
    if let title = kind.titleField { remarks.append("Without a `title`, its title is its `\(title)`.") }
    if !remarks.isEmpty { text += "\n\(remarks.joined(separator: " "))\n" }
    let links = backLinks(of: kind)
    if !links.isEmpty {
      text += "\n| refer to it | are entries of the kind |\n|---|---|\n"
      for link in links { text += "| `page.\(link.name)` | \(link.meaning) |\n" }
    }
    return text
  }

  private func table(_ fields: [FieldDeclaration]) -> String {
    fields.reduce("| field | in a template | class | required | meaning |\n|---|---|---|---|---|\n") {
      text, field in
      text
        + "| `page.\(field.name)` | \(words(field.type)) | \(field.class.rawValue) | \(field.isRequired ? "yes" : "") | \(field.description() ?? "") |\n"
    }
  }

  /// The lists of entries that refer to entries of a kind, sorted by name.
  func backLinks(of kind: Kind) -> [(name: String, meaning: String)] {
    var meanings: [String: [String]] = [:]
    for other in kinds {
      for field in other.fields where references(field.type).contains(kind.name) {
        if let name = field.backLink {
          meanings[name, default: []].append("\(other.name), in whose `\(field.name)` it is")
        }
        if let name = field.peerLink {
          meanings[name, default: []].append(
            "\(kind.name), those that are in `\(field.name)` of the same \(other.name)")
        }
      }
    }
    return meanings.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: "; ")) }
  }

  private func references(_ type: FieldType) -> [String] {
    switch type {
    case .reference(let kinds, _): kinds
    case .list(let element): references(element)
    default: []
    }
  }

  /// What a record with a file has besides, where the file is an image.
  private func sizes(_ parts: [FieldDeclaration]) -> [String] {
    parts.contains { $0.type == .file } ? ["`width` and `height` (whole numbers, where they are known)"] : []
  }

  private func words(_ type: FieldType) -> String {
    switch type {
    case .text: "text with language"
    case .name, .email, .slug: "text"
    case .markdown: "HTML with language"
    case .date: "day"
    case .yearOrDate: "year, `2010`, or day"
    case .time: "day, or day and time"
    case .timeZone: "text: `America/Denver`"
    case .number: "number"
    case .count: "whole number"
    case .boolean: "`true` or `false`"
    case .country: "country"
    case .area: "country, continent or group"
    case .place: "map: `lat`, `lon`"
    case .url, .link, .file, .path: "address"
    case .template: "the template’s name"
    case .choice(let words): "one of \(words.map { "`\($0)`" }.joined(separator: ", "))"
    case .reference(let kinds, let outside):
      (kinds + (outside ? ["organisation"] : [])).joined(separator: " or ")
    case .term(vocabulary: "topics"): "topic"
    case .term(let vocabulary): "organisation, of \(vocabulary).yml"
    case .list(let element): "list: \(words(element))"
    case .record(let parts):
      "map: \((parts.map { "`\($0.name)` (\(words($0.type)))" } + sizes(parts)).joined(separator: ", "))"
    case .data: "map of anything"
    }
  }
}
