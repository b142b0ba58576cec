import CommonMark

extension Variant {
  /// Whether another reading of the same file differs from this one at most in words that stand in no relation
  /// to anything else: in the body and in translated texts, but not in the title, in links and images, in headings that can
  /// be led to, or in what is there at all.
  ///
  /// A site that was planned with one holds with the other: the same files, addresses, relations and checks.
  func differsInTextAlone(from other: Variant, kind: Kind) -> Bool {
    guard file == other.file, language == other.language, isDraft == other.isDraft, hasBody == other.hasBody,
      Self.areAlike(body, other.body)
    else { return false }
    let (fields, others) = (self.fields, other.fields)
    guard fields.count == others.count else { return false }
    return fields.allSatisfy { name, field in
      guard let other = others[name] else { return false }
      return field.value.agrees(with: other.value)
        || kind.field(name).map { Self.areWordsAlone(field.value, other.value, of: $0) } ?? false
    }
  }

  private static func areWordsAlone(
    _ value: FieldValue, _ other: FieldValue, of field: FieldDeclaration
  ) -> Bool {
    guard field.class == .translated, field.name != "title" else { return false }
    switch (value, other, field.type) {
    case (.empty, .empty, _): return true
    case (.text, .text, .text): return true
    case (.markdown(let text), .markdown(let other), _): return areAlike(text, other)
    default: return false
    }
  }

  /// Whether two texts lead to the same, and can be led to in the same places.
  private static func areAlike(_ text: RichText?, _ other: RichText?) -> Bool {
    guard let text, let other else { return text == nil && other == nil }
    return text.language == other.language && text.isEmpty == other.isEmpty
      && text.headings.elementsEqual(other.headings) { $0.id == $1.id }
      && text.links.elementsEqual(other.links) { $0.destination == $1.destination }
      && text.images.elementsEqual(other.images) { $0.source == $1.source }
  }
}
