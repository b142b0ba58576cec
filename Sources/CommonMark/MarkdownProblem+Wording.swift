import Diagnostics

extension MarkdownProblem {
  var severity: Severity { .warning }

  var identifier: String {
    switch self {
    case .rawHTML: "raw-html"
    case .dangerousAddress: "dangerous-address"
    case .missingAlternative: "missing-alternative"
    case .topLevelHeading: "top-level-heading"
    case .headingJump: "heading-jump"
    case .repeatedHeadingID: "repeated-heading-id"
    case .unknownFootnote: "unknown-footnote"
    case .unusedFootnote: "unused-footnote"
    case .repeatedFootnote: "repeated-footnote"
    case .unknownLanguage: "unknown-language"
    case .endlessPassage: "endless-passage"
    case .unknownNote: "unknown-note"
    }
  }

  var message: String {
    switch self {
    case .rawHTML(let html):
      "the HTML “\(Self.excerpt(html))” is left out, because this site takes Markdown only"
    case .dangerousAddress(let address, let scheme, let isImage):
      "the \(isImage ? "image" : "link") “\(Self.excerpt(address))” is left out, because addresses with"
        + " “\(scheme):” can harm readers"
    case .missingAlternative(let source):
      "the image “\(Self.excerpt(source))” has no alternative text"
    case .topLevelHeading(let text):
      "the heading “\(Self.excerpt(text))” is of level 1, which is the page's title"
    case .headingJump(let text, let level, let expected):
      "the heading “\(Self.excerpt(text))” is of level \(level), but level \(expected) comes next here"
    case .repeatedHeadingID(let id):
      "the id “\(Self.excerpt(id))” is taken by an earlier heading"
    case .unknownFootnote(let label):
      "there is no footnote “\(Self.excerpt(label))”"
    case .unusedFootnote(let label):
      "nothing refers to the footnote “\(Self.excerpt(label))”, so it is not shown"
    case .repeatedFootnote(let label):
      "there is a footnote “\(Self.excerpt(label))” already, so this one is not shown"
    case .unknownLanguage(let tag):
      "“\(Self.excerpt(tag))” is no language tag that is known"
    case .endlessPassage:
      "nothing ends the passage that begins here"
    case .unknownNote(let name):
      "there is no kind of note “\(Self.excerpt(name))”"
    }
  }

  var remedy: String? {
    switch self {
    case .rawHTML:
      "write it in Markdown, or allow HTML with “markdown: { html: true }” in site.yml"
    case .dangerousAddress(_, _, let isImage):
      isImage
        ? "name an image file or an https: address" : "link to an https: address or to a file of the site"
    case .missingAlternative:
      "say between the square brackets what the image shows"
    case .topLevelHeading: "begin with “##”"
    case .headingJump(_, _, let expected): "write “\(String(repeating: "#", count: expected))”"
    case .repeatedHeadingID: "choose another id"
    case .unknownFootnote(let label): "write “[^\(Self.excerpt(label))]: ” and the note on a line of its own"
    case .unusedFootnote(let label): "write “[^\(Self.excerpt(label))]” where it belongs"
    case .repeatedFootnote: "choose another label"
    case .unknownLanguage: "write a tag such as “en”, “de” or “pt-BR”"
    case .endlessPassage: "write “:::” on a line of its own after it"
    case .unknownNote(let name):
      Suggestion.nearest(to: name, in: NoteKind.allCases.map { $0.rawValue.uppercased() })
        .map { "did you mean “[!\($0)]”?" }
        ?? "write one of \(NoteKind.allCases.map { "“[!\($0.rawValue.uppercased())]”" }.joined(separator: ", "))"
    }
  }

  /// What was found, short enough for a message and on one line.
  static func excerpt(_ text: String) -> String {
    let limit = 60
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalars.count == limit {
        scalars.append("…")
        break
      }
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }
}
