import Testing

/// A row of the design's table: an entry in three languages, one of which has a translation in some state, and what is
/// published of it for that language's readers.
///
/// The default language is English, so that the original can be in the default language, in the second one, or in the
/// third, which is written from right to left. In what is published, the reader's language is told as `L`, the
/// original's as `O`, and the one that never has a translation as `M`.
struct TranslationTable: CustomTestStringConvertible, Sendable {
  enum State: String, CaseIterable, Sendable {
    case full
    case partial
    case missing
  }

  enum Untranslated: String, CaseIterable, Sendable {
    case page
    case link
    case hide
  }

  static let languages = ["en", "de", "ar"]

  let original: String
  let reader: String
  let state: State
  let untranslated: Untranslated
  /// Whether site.yml chooses for all kinds; else for news alone, and otherwise for all others.
  let isForSite: Bool

  /// Every original with every reader, state and choice.
  static let rows = languages.flatMap { original in
    languages.filter { $0 != original }.flatMap { reader in
      State.allCases.flatMap { state in
        Untranslated.allCases.flatMap { choice in
          [true, false].map {
            Self(original: original, reader: reader, state: state, untranslated: choice, isForSite: $0)
          }
        }
      }
    }
  }

  var testDescription: String {
    "\(original) for \(reader), \(state), \(untranslated)\(isForSite ? "" : " by kind")"
  }

  private var missing: String {
    Self.languages.first { $0 != original && $0 != reader } ?? ""
  }

  /// What readers of languages without a page get: the default language's page where it has one.
  var others: String { reader == "en" && state != .missing ? "L" : "O" }

  // MARK: The site

  private var configuration: String {
    let other: Untranslated = untranslated == .hide ? .page : .hide
    let choice =
      isForSite
      ? untranslated.rawValue
      : "{ news: \(untranslated), page: \(other), event: \(other), cluster: \(other), agreement: \(other) }"
    return """
      name: Network
      base_url: https://network.example
      languages:
        en: { label: English, locale: en-GB }
        de: { label: Deutsch, locale: de-DE }
        ar: { label: العربية, locale: ar-EG }
      untranslated: \(choice)

      """
  }

  private var content: [String: String] {
    var files = [
      "site.yml": configuration,
      "news/2010-10-01-x.\(original).md":
        "---\ntitle: Original title\nsummary: Original summary\noriginal: true\n---\nOriginal body\n",
    ]
    switch state {
    case .full: files["news/2010-10-01-x.\(reader).md"] = "---\ntitle: Title\nsummary: Summary\n---\nBody\n"
    case .partial: files["news/2010-10-01-x.\(reader).md"] = "---\nsummary: Summary\n---\n"
    case .missing: break
    }
    return files
  }

  private static let page = """
    html [{{ page.language }}] {{ page.direction }}
    canonical {{ page.canonical }}
    alternates{% for a in page.alternates %} [{{ a.language }}] {{ a.permalink }}{% endfor %}
    switch{% for t in page.translations %} [{{ t.language }}] {{ t.state }} body [{{ t.body_language }}]{% endfor %}
    <h1{{ page.title | lang_attr }}>{{ page.title }}</h1><p{{ page.summary | lang_attr }}>{{ page.summary }}</p>
    {{ page.json_ld }}
    """
  private static let list =
    "{% for e in page.entries %}{{ e.url }} {{ e.state }} body [{{ e.body_language }}]{% endfor %}"

  // MARK: What is published

  /// What each output says.
  struct Outputs {
    /// The entry's page for the reader, `nil` where there is none.
    var html: String?
    var schema: String?
    /// The languages that the original's page leads to.
    var originalsSwitch: String
    var list: String
    var atom: String
    var json: String
    var sitemap: String
  }

  func outputs() throws -> Outputs {
    let fixture = try PagesFixture(
      content, templates: ["news.html": Self.page, "news-list.html": Self.list])
    let page = fixture.files["\(reader)/news/x/index.html"].map { lines(of: $0) }
    let original = lines(of: try fixture.text("\(original)/news/x/index.html"))
    return Outputs(
      html: page.map { $0.dropLast().joined(separator: "\n") },
      schema: page?.last.map { Self.matches(/"@type":"(?:NewsArticle|WebPage)"|"inLanguage":"\w+"/, in: $0) },
      originalsSwitch: original.first { $0.hasPrefix("switch") } ?? "",
      list: named(try fixture.text("\(reader)/news/index.html")),
      atom: Self.matches(
        /<entry[^>]*>|<id>[^<]*x\/\w+<\/id>|<title.*?<\/title>(?=\n<link)|<summary[^>]*>|<content[^>]*type/,
        in: named(try fixture.text("\(reader)/news/feed.xml"))),
      json: Self.matches(
        /"id":"tag[^"]*"|"language":"\w+"(?=,"summary)/,
        in: named(try fixture.text("\(reader)/news/feed.json"))),
      sitemap: Self.matches(
        /<loc>[^<]*\/x\/<\/loc>|hreflang="[\w-]+" href="[^"]*\/x\/"/,
        in: named(try fixture.text("sitemap.xml"))))
  }

  private func lines(of text: String) -> [String] { named(text).split(separator: "\n").map(String.init) }

  /// A text with `L`, `O` and `M` for the languages, and addresses below the site's root.
  private func named(_ text: String) -> String {
    var text = text.replacing("https://network.example", with: "")
    for (tag, name) in [(reader, "L"), (original, "O"), (missing, "M")] {
      for (before, after) in [("[", "]"), ("/", "/"), ("/", "<"), ("/", "\""), ("\"", "\"")] {
        text = text.replacing(before + tag + after, with: before + name + after)
      }
    }
    return text
  }

  private static func matches(_ pattern: Regex<Substring>, in text: String) -> String {
    text.matches(of: pattern).map { String($0.output) }.joined(separator: " ")
  }
}
