import Content
import SiteGraph
import Templating

/// What social networks show of a page that somebody shares: Open Graph (ogp.me) and Twitter cards.
struct SocialCard {
  let localized: LocalizedSite
  let title: LabelText
  let description: LabelText?
  /// The whole address of the page that is shared, which is the original's where a page stands in for it.
  let canonical: String
  /// The language of what is at that address.
  let language: String
  let alternates: [Alternate]
  var picture: EntryObject.Picture?
  /// The days of publication and of the last change, of an article.
  var article: (published: String, modified: String)?

  /// `page.social`: `meta` elements, each with its attribute (`property` or `name`), its name and its content.
  var value: Value {
    var items: [Value] = []
    func add(_ name: String, _ content: LabelText?, attribute: String = "property") {
      guard let content else { return }
      items.append(
        .record([("attribute", .string(attribute)), ("name", .string(name)), ("content", Value(content))]))
    }
    func add(_ name: String, _ content: String?, attribute: String = "property") {
      add(name, content.map { LabelText(text: $0, language: nil) }, attribute: attribute)
    }
    add("og:type", article == nil ? "website" : "article")
    add("og:title", title)
    add("og:description", description)
    add("og:url", canonical)
    add("og:site_name", localized.name)
    add("og:image", picture?.permalink)
    add("og:image:alt", picture?.alternative)
    add("og:locale", locale(of: language))
    for alternate in alternates where alternate.language != language && alternate.language != "x-default" {
      add("og:locale:alternate", locale(of: alternate.language))
    }
    add("article:published_time", article?.published)
    add("article:modified_time", article?.modified)
    add("twitter:card", picture == nil ? "summary" : "summary_large_image", attribute: "name")
    return .list(items)
  }

  /// A language as Open Graph writes it: `de_DE`.
  private func locale(of tag: String) -> String {
    let locale = localized.site.configuration.language(tag)?.locale ?? tag
    let parts = locale.split(separator: "-")
    let region = parts.dropFirst().first { $0.utf8.count == 2 }
    return ([parts.first, region].compactMap { $0 }).joined(separator: "_")
  }
}

extension PageHead {
  func socialCard(in localized: LocalizedSite) -> SocialCard {
    SocialCard(
      localized: localized, title: title, description: summary, canonical: localized.site.permalink(path),
      language: localized.tag, alternates: alternates(in: localized))
  }
}

extension EntryObject {
  var socialCard: SocialCard {
    SocialCard(
      localized: localized, title: title, description: text(of: "summary"), canonical: canonical,
      language: edition.state == .missing ? entry.originalLanguage : localized.tag, alternates: alternates,
      // No network shows drawings in SVG.
      picture: picture.flatMap { $0.permalink.lowercased().hasSuffix(".svg") ? nil : $0 },
      article: entry.kind.name == "news"
        ? date.map { (published: $0.date.description, modified: (updated ?? $0.date).description) } : nil)
  }
}
