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
