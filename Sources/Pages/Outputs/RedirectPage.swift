import Content
import SiteGraph

/// A page at a former address that leads its readers on, where the web server does not.
struct RedirectPage: Sendable {
  let redirect: Redirect
  let site: Site
  /// The strings of the readers' language.
  let strings: Strings

  /// The path of its file below the output folder; `nil` where a page would not be shown as one.
  var file: String? {
    let path = redirect.path.dropFirst()
    if path.isEmpty || path.hasSuffix("/") { return "\(path)index.html" }
    let name = path.split(separator: "/").last ?? ""
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return String(path) }
    return name.contains(".") ? nil : "\(path)/index.html"
  }

  func html() -> [UInt8] {
    let language = site.languages[redirect.edition.language]
    let heading = strings.text("moved") ?? (text: "moved", language: language.tag)
    let title = site.entries[redirect.edition.entry].title(in: language.tag)
    let address = site.url(redirect.edition.path)
    /// Attributes for a text in a language; none for proper names.
    func attributes(_ own: String?) -> XMLText.Attributes {
      [("lang", own == language.tag ? nil : own)]
    }
    var html = XMLText(prolog: "<!DOCTYPE html>\n")
    html.element("html", [("lang", language.tag), ("dir", language.isRightToLeft ? "rtl" : nil)]) { html in
      html.raw("\n<head>\n<meta charset=\"utf-8\">\n")
      html.element("title", attributes(heading.language), text: heading.text)
      html.raw("<meta name=\"robots\" content=\"noindex\">\n")
      html.tag("meta", [("http-equiv", "refresh"), ("content", "0; url=\(address)")])
      html.tag("link", [("rel", "canonical"), ("href", site.permalink(redirect.edition.path))])
      html.raw("</head>\n<body>\n")
      html.element("h1", attributes(heading.language), text: heading.text)
      html.element("p") { html in
        html.element("a", [("href", address)] + attributes(title.language), text: title.text)
      }
      html.raw("</body>\n")
    }
    return html.bytes
  }
}
