/// What the comment beside a field of a new entry says: what it is for, and how it is written.
struct FieldHint: Sendable {
  /// The site's own words, which some fields take.
  struct Words: Sendable {
    let topics: [String]
    let organisations: [String]
    let groups: [String]
  }

  /// So many words are named; who needs more looks into the vocabulary.
  private static let maximumCount = 6

  let words: Words
  let wording: DraftWording

  /// One line, without the sign of a comment; empty where there is nothing to say.
  func text(for field: FieldDeclaration) -> String {
    let description = field.description(in: wording.language)
    let form = form(of: field.type)
    let text =
      if let description, let form { "\(description) (\(form))" } else { description ?? form ?? "" }
    if !field.isRequired { return text }
    return text.isEmpty ? wording.required : "\(text), \(wording.required)"
  }

  /// How a value is written; `nil` where anybody would guess it.
  private func form(of type: FieldType) -> String? {
    switch type {
    case .date: "2010-10-01"
    case .yearOrDate: "2010 \(wording.or) 2010-10-01"
    case .time: "2010-10-01 \(wording.or) 2010-10-01T09:30"
    case .timeZone: "\(wording.suchAs) Europe/Copenhagen"
    case .boolean: wording.trueOrFalse
    case .count: wording.wholeNumber
    case .country: "\(wording.suchAs) dk"
    case .area: named(["dk", "europe"] + words.groups)
    case .url: "https://…"
    case .link: "https://…, \(wording.pathExample)"
    case .choice(let words): words.joined(separator: ", ")
    case .reference(let kinds, let outside):
      "\(wording.fileName) \(kinds.joined(separator: ", "))"
        + (outside ? ", \(wording.or) { name: …, url: … }" : "")
    case .term(let vocabulary): named(vocabulary == "topics" ? words.topics : words.organisations)
    case .list(let element): form(of: element)
    case .text, .name, .markdown, .number, .place, .email, .file, .path, .slug, .template, .record, .data: nil
    }
  }

  private func named(_ words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    return words.prefix(Self.maximumCount).joined(separator: ", ")
      + (words.count > Self.maximumCount ? ", …" : "")
  }
}
