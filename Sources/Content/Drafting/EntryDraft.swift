/// The files of a new entry, laid out from its kind's declaration: what is required, what is useful, and what
/// a translation needs.
package struct EntryDraft: Sendable {
  package let kind: Kind
  /// The date in the files' names, of a kind that has one.
  package let date: CalendarDate?
  package let title: String
  /// The language of the title, and so of the original.
  package let language: String
  private let words: FieldHint.Words
  /// Whether the original must say that it is the original, since the site's default language is another: a
  /// file in that would take its place, even one that is begun later.
  private let marksOriginal: Bool

  package init(kind: Kind, date: CalendarDate?, title: String, language: String, loader: ContentLoader) {
    self.kind = kind
    self.date = kind.dateField == nil ? nil : date
    self.title = title
    self.language = language
    words = FieldHint.Words(
      topics: loader.topics.map(\.key), organisations: loader.organisations.map(\.key),
      groups: loader.configuration?.groups.map(\.key) ?? [])
    marksOriginal = language != loader.configuration?.defaultLanguage
  }

  /// The file in the language of the title.
  package var original: String {
    let hint = hint(in: language)
    var draft = FrontMatterDraft()
    let titleField = kind.titleField ?? "title"
    draft.add("\(titleField): \(YAMLText.scalar(title))")
    if let dateField, dateField.type == .time, let date {
      draft.add(
        "\(dateField.name): \(date)", comment: "\(hint.wording.withTime) \(date)T09:30", isComment: true)
    }
    let fields = laidOut.filter { $0.name != titleField && $0.name != "title" && $0.name != dateField?.name }
    for field in fields where isPrompted(field) { draft.add(field, hint: hint, isComment: false) }
    if dateField?.isRequired ?? false, date == nil, let dateField {
      draft.add(dateField, hint: hint, isComment: false)
    }
    draft.add("draft: true", comment: hint.wording.draft)
    if marksOriginal { draft.add("original: true", comment: hint.wording.original) }
    for field in fields where !isPrompted(field) { draft.add(field, hint: hint, isComment: true) }
    draft.close()
    return draft.text
  }

  /// The file in another language, whose texts come from the original until they are filled in.
  ///
  /// - Parameter original: The original's file, without its folder.
  package func translation(of original: String, into language: String) -> String {
    let hint = hint(in: language)
    let wording = hint.wording
    var draft = FrontMatterDraft()
    draft.remark(["\(wording.emptyIsTakenFrom.0)\(original)\(wording.emptyIsTakenFrom.1)"])
    let fields = laidOut.filter { $0.class == .translated && !($0.name == "title" && kind.titleField != nil) }
    for field in fields where isPrompted(field) {
      draft.add("\(field.name):", comment: field.name == "title" ? title : hint.text(for: field))
    }
    draft.add("slug:", comment: wording.slug, isComment: true)
    draft.add("draft: true", comment: hint.wording.draft)
    for field in fields where !isPrompted(field) { draft.add(field, hint: hint, isComment: true) }
    draft.close()
    return draft.text
  }

  private var dateField: FieldDeclaration? { kind.dateField.flatMap(kind.field) }

  private var laidOut: [FieldDeclaration] { kind.fields.filter { $0.isLaidOut && $0.class != .own } }

  /// Whether a field waits to be filled in; the others are shown as comments.
  private func isPrompted(_ field: FieldDeclaration) -> Bool { field.isRequired || field.name == "summary" }

  private func hint(in language: String) -> FieldHint {
    FieldHint(words: words, wording: .of(language))
  }
}
