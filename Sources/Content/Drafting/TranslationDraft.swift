/// The file of a new translation: the fields that are translated, with the original's beside them as comments.
package struct TranslationDraft {
  private let original: Variant
  private let kind: Kind
  private let frontMatter: FrontMatter

  /// - Parameter bytes: The original's file; fails where it has no front matter.
  package init?(of original: Variant, kind: Kind, bytes: [UInt8]) {
    guard case .success(let parts) = FrontMatter.split(bytes, file: original.file.path) else { return nil }
    self.original = original
    self.kind = kind
    frontMatter = parts
  }

  /// The file in a language.
  package func text(in language: String) -> String {
    let wording = DraftWording.of(language)
    let file = original.file.path.split(separator: "/").last ?? ""
    var draft = FrontMatterDraft()
    draft.remark(["\(wording.translationOf.0)\(file)\(wording.translationOf.1)", wording.shared])
    addFields(to: &draft)
    draft.add("slug:", comment: wording.slug, isComment: true)
    draft.add("draft: true", comment: wording.draft)
    draft.add("translated_from: \(original.digest)", comment: wording.state)
    let body = lines(of: frontMatter.body)
    if let first = body.firstIndex(where: { !$0.isEmpty }), let last = body.lastIndex(where: { !$0.isEmpty })
    {
      draft.remark(["", wording.body, ""] + body[first...last])
    }
    draft.close()
    return draft.text
  }

  /// The fields that are translated, and of records the parts that are, each below the original's.
  private func addFields(to draft: inout FrontMatterDraft) {
    let blocks = blocks()
    for field in kind.fields {
      guard let value = original.fields[field.name]?.value else { continue }
      let parts = field.class == .translated ? [] : translatedParts(of: field, in: value)
      guard field.class == .translated || !parts.isEmpty else { continue }
      draft.remark(blocks[field.name] ?? [])
      draft.add("\(field.name):")
      for part in parts { draft.add("  \(part):") }
    }
  }

  /// The names of a record's parts that are translated and that the original has.
  private func translatedParts(of field: FieldDeclaration, in value: FieldValue) -> [String] {
    guard case .record(let parts) = field.type, let record = value.record else { return [] }
    return parts.filter { $0.class == .translated && record[$0.name] != nil }.map(\.name)
  }

  /// The lines of each field as the original writes them; none where its front matter is no block.
  private func blocks() -> [String: [String]] {
    var blocks: [String: [String]] = [:]
    var current: String?
    for line in lines(of: frontMatter.yaml) {
      if let first = line.first, !first.isWhitespace, first != "#", first != "-",
        let end = line.firstIndex(of: ":")
      {
        current = String(line[..<end])
      }
      if let current { blocks[current, default: []].append(line) }
    }
    // What stands between two fields belongs to the next one.
    return blocks.mapValues { Self.trimmed($0) { $0.isEmpty || $0.hasPrefix("#") } }
  }

  private func lines(of bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String(Self.trimmed(Array($0)) { $0 == " " || $0 == "\t" }) }
  }

  /// The elements without the last ones that do not count.
  private static func trimmed<Element>(_ elements: [Element], _ isDropped: (Element) -> Bool) -> [Element] {
    guard let last = elements.lastIndex(where: { !isDropped($0) }) else { return [] }
    return Array(elements[...last])
  }
}
