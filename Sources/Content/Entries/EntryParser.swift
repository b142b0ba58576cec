import CommonMark
import Diagnostics

/// Reads an entry's Markdown file. It depends on nothing but its arguments: any number of threads may use
/// it at once, and its results can be kept while file, kind and context stay the same.
package struct EntryParser: Sendable {
  package let context: EntryContext

  package init(context: EntryContext) {
    self.context = context
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: What its path says.
  ///   - kind: The kind to which its folder belongs.
  package func parse(_ bytes: [UInt8], file: EntryFile, kind: Kind) -> ParsedFile {
    let found = SourceCheck.diagnostics(of: bytes, file: file.path)
    if !found.isEmpty {
      // An empty file's or a front matter's problems would only follow from these.
      return ParsedFile(file: file, kind: kind, variant: nil, diagnostics: found)
    }
    let parts: FrontMatter
    switch FrontMatter.split(bytes, file: file.path) {
    case .success(let split): parts = split
    case .failure(let failure):
      return ParsedFile(file: file, kind: kind, variant: nil, diagnostics: [failure.diagnostic])
    }
    if let invisible = SourceCheck.invisible(in: parts.yaml) {
      let place = SourceText(file: file.path, bytes: bytes).place(
        at: invisible.range.lowerBound, length: invisible.range.count)
      return ParsedFile(file: file, kind: kind, variant: nil, diagnostics: [invisible.problem.at(place)])
    }
    switch YAMLReader(file: file.path, firstLine: 2).read(parts.yaml) {
    case .success(let root): return parse(root, parts, file: file, kind: kind)
    case .failure(let failure):
      return ParsedFile(file: file, kind: kind, variant: nil, diagnostics: [failure.diagnostic])
    }
  }

  private func parse(_ root: YAMLNode?, _ parts: FrontMatter, file: EntryFile, kind: Kind) -> ParsedFile {
    let language = file.language ?? context.defaultLanguage
    var reader = FieldReader(context: context, language: language, yaml: parts.yaml)
    var fields: [String: Located<FieldValue>] = [:]
    switch root?.content {
    case nil, .scalar("", _): break
    case _ where root?.isNull ?? true: break
    case .mapping(let members):
      fields = reader.fields(
        members, known: kind.fields.map(\.name), declaration: kind.field, in: kind.entryName)
    case .scalar, .sequence:
      let found = root?.shape ?? "nothing"
      reader.report(
        FieldProblem.wrongShape(expected: "fields such as “title: …”", found: found),
        at: root?.place ?? Place(file: file.path))
    }
    reader.report(CommentCheck.diagnostics(of: parts.yaml, file: file.path, firstLine: 2))
    var body: RichText?
    if parts.body.contains(where: { $0 > 0x20 }) {
      let text = context.markdown.parse(
        parts.body, file: file.path, firstLine: parts.bodyLine, language: language)
      reader.report(text.diagnostics)
      body = text
    }
    return ParsedFile(
      file: file, kind: kind,
      variant: Variant(
        file: file, language: language, fields: fields, unfilled: Self.unfilled(in: root), body: body,
        digest: TranslatableText.digest(root?.mapping ?? [], body: parts.body, kind: kind)),
      diagnostics: reader.diagnostics)
  }

  private static func unfilled(in root: YAMLNode?) -> [String: Place] {
    let members = root?.mapping?.filter(\.value.isNull) ?? []
    return Dictionary(members.map { ($0.key.value, $0.key.place) }) { first, _ in first }
  }
}
