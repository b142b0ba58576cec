package import Diagnostics

/// Gathers the variants of each entry: which is the original, what they share, and what is missing.
package struct EntryGatherer {
  package private(set) var entries: [Entry] = []
  /// Entries that have files but lack what cannot be done without, each by its first file.
  package private(set) var unread: [EntryFile] = []
  package private(set) var diagnostics: [Diagnostic] = []

  private let defaultLanguage: String
  private let includesDrafts: Bool

  /// - Parameters:
  ///   - files: In the order of their paths.
  ///   - attachments: The files beside entries that are folders, by `section/key`.
  ///   - includesDrafts: Whether what a draft says of shared fields counts.
  package init(
    _ files: [ParsedFile], kinds: [Kind], attachments: [String: [Attachment]], defaultLanguage: String,
    includesDrafts: Bool = false
  ) {
    self.defaultLanguage = defaultLanguage
    self.includesDrafts = includesDrafts
    var groups: [String: [String: [ParsedFile]]] = [:]
    for file in files { groups[file.kind.name, default: [:]][file.file.key, default: []].append(file) }
    for kind in kinds {
      let keyed = groups[kind.name] ?? [:]
      for key in keyed.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        guard let files = keyed[key] else { continue }
        gather(files, kind: kind, attachments: attachments["\(kind.section)/\(key)"] ?? [])
      }
    }
  }

  private mutating func gather(_ files: [ParsedFile], kind: Kind, attachments: [Attachment]) {
    var variants: [String: Variant] = [:]
    for variant in files.compactMap(\.variant) {
      if let other = variants[variant.language] {
        let problem = EntryProblem.sameLanguage(variant.language, entry: variant.file.key)
        diagnostics.append(
          problem.at(
            Place(file: variant.file.path), notes: [Note("the other one", at: Place(file: other.file.path))]))
      } else {
        variants[variant.language] = variant
      }
    }
    guard let first = files.first?.file else { return }
    // What a file that cannot be read would have said is not known: nothing is said to be missing.
    let isComplete = files.allSatisfy { $0.variant != nil }
    guard let original = original(of: variants, key: first.key, isComplete: isComplete), isComplete else {
      unread.append(first)
      return
    }
    let entry = Entry(
      kind: kind, key: first.key, name: first.name, variants: variants, originalLanguage: original.language,
      shared: shared(of: variants, original: original, kind: kind), attachments: attachments)
    let missing = missing(in: entry, original: original)
    if missing.isEmpty { entries.append(entry) } else { unread.append(first) }
    // A value that could not be read is missing too, but was reported as what it is.
    if files.allSatisfy({ file in !file.diagnostics.contains { $0.severity == .error } }) {
      diagnostics += missing
    }
    checkExpiry(of: entry)
    checkDateInName(of: entry)
  }

  /// The words of a status that tell of a change of plans.
  private static let changedPlans: Set<String> = ["cancelled", "postponed", "moved"]

  /// The date in the file's name is that in the field. What was moved keeps the day for which it was planned in its
  /// name: ids, addresses and references follow the name.
  private mutating func checkDateInName(of entry: Entry) {
    guard let field = entry.kind.dateField else { return }
    let isMoved = entry.shared["status"]?.value.text.map(Self.changedPlans.contains) ?? false
    guard !isMoved else { return }
    for variant in entry.variants.values.sorted(by: { $0.file.path < $1.file.path }) {
      guard let inName = variant.file.date, let value = variant.fields[field], let given = value.value.date,
        given != inName
      else { continue }
      let canMove =
        if case .choice(let words)? = entry.kind.field("status")?.type { words.contains("moved") } else {
          false
        }
      diagnostics.append(
        EntryProblem.dateInName(inName, field: field, given: given, canMove: canMove).at(value.place))
    }
  }

  private mutating func checkExpiry(of entry: Entry) {
    guard let field = entry.kind.dateField, let date = entry.shared[field]?.value.date,
      let expires = entry.shared["expires"], let day = expires.value.date, day < date
    else { return }
    diagnostics.append(
      EntryProblem.expiresBefore(date, field: field, isHidden: entry.kind.hidesFuture).at(expires.place))
  }

  /// The variant with `original: true`, else the default language's, else the only one.
  private mutating func original(
    of variants: [String: Variant], key: String, isComplete: Bool
  ) -> Variant? {
    let sorted = variants.values.sorted { $0.language < $1.language }
    let marked = sorted.filter { $0.fields["original"]?.value.boolean ?? false }
    if marked.count > 1 {
      let places = marked.map { $0.place(of: "original") }.sorted()
      for place in places.dropFirst() {
        diagnostics.append(
          EntryProblem.twoOriginals(entry: key).at(place, notes: [Note("the other one", at: places.first)]))
      }
    }
    if let original = marked.first ?? variants[defaultLanguage] { return original }
    if sorted.count > 1, isComplete, let first = sorted.first {
      let problem = EntryProblem.noOriginal(
        entry: key, defaultLanguage: defaultLanguage, languages: sorted.map(\.language))
      diagnostics.append(problem.at(Place(file: first.file.path)))
    }
    return sorted.first
  }

  /// The values that hold for all variants, with the date from the file's name.
  private mutating func shared(
    of variants: [String: Variant], original: Variant, kind: Kind
  ) -> [String: Located<FieldValue>] {
    let others = variants.values.filter { $0.language != original.language }
      .sorted { $0.language < $1.language }
    let sources = [original] + others.filter { includesDrafts || !$0.isDraft }
    var shared: [String: Located<FieldValue>] = [:]
    for field in kind.fields where field.class != .own {
      let values = sources.compactMap { $0.fields[field.name] }
      if values.isEmpty { continue }
      if case .record(let parts) = field.type {
        shared[field.name] = sharedParts(of: values, field: field, parts: parts)
      } else if field.class == .shared {
        shared[field.name] = agreed(values, name: field.name)
      }
    }
    if let name = kind.dateField, shared[name] == nil, let date = original.file.date {
      shared[name] = Located(.date(date), at: Place(file: original.file.path))
    }
    return shared
  }

  /// The first of the values; any other that differs from it is reported.
  private mutating func agreed(_ values: [Located<FieldValue>], name: String) -> Located<FieldValue>? {
    guard let first = values.first else { return nil }
    for other in values.dropFirst() where !other.value.agrees(with: first.value) {
      diagnostics.append(
        EntryProblem.disagreement(field: name).at(
          other.place, notes: [Note("the other one", at: first.place)]))
    }
    return first
  }

  /// A record of the parts that hold for all variants.
  private mutating func sharedParts(
    of values: [Located<FieldValue>], field: FieldDeclaration, parts: [FieldDeclaration]
  ) -> Located<FieldValue>? {
    let records = values.compactMap { value in value.value.record.map { Located($0, at: value.place) } }
    guard let first = records.first else { return field.class == .shared ? values.first : nil }
    if field.class == .shared, records.count < values.count { _ = agreed(values, name: field.name) }
    var merged: [String: Located<FieldValue>] = [:]
    for part in parts where part.class == .shared {
      let given = records.compactMap { $0.value[part.name] }
      merged[part.name] = agreed(given, name: "\(field.name).\(part.name)")
    }
    return merged.isEmpty ? nil : Located(.record(merged), at: first.place)
  }

  /// What the entry must have and has not.
  private func missing(in entry: Entry, original: Variant) -> [Diagnostic] {
    let kind = entry.kind
    var diagnostics: [Diagnostic] = []
    func value(_ field: FieldDeclaration) -> Located<FieldValue>? {
      guard let value = entry.value(of: field, in: original.language)?.value else { return nil }
      if case .empty = value.value { return nil }
      return value
    }
    for field in kind.fields {
      let parts: [FieldDeclaration]
      if case .record(let declared) = field.type { parts = declared } else { parts = [] }
      guard field.isRequired || !parts.isEmpty else { continue }
      let value = value(field)
      if field.isRequired, value == nil {
        // A kind's title can come from another field (a cluster's name).
        if field.name == "title", let other = kind.titleField.flatMap(kind.field), other.isRequired {
          continue
        }
        diagnostics.append(
          EntryProblem.missing(
            field: field.name, kind: kind.entryName, isInName: field.name == kind.dateField
          ).at(original.place(of: field.name)))
      }
      guard let value, let record = value.value.record else { continue }
      for part in parts where part.isRequired && record[part.name] == nil {
        diagnostics.append(EntryProblem.missingPart(part.name, of: field.name).at(value.place))
      }
    }
    return diagnostics
  }
}
