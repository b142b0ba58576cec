import Content
import Diagnostics
import SiteGraph

/// What an entry's page says of itself in JSON-LD, by how far it is translated (design: the table of states).
struct EntrySchema {
  let object: EntryObject
  var localized: LocalizedSite { object.localized }
  var site: Site { localized.site }
  var entry: Entry { object.entry }

  init(_ object: EntryObject) {
    self.object = object
  }

  func bytes() -> [UInt8] {
    JSONText.schemaDocument { json in
      if entry.kind.name == "news", object.edition.state == .full {
        writeArticle(in: localized.tag, to: &json)
      } else {
        writePage(to: &json)
      }
      let crumbs = Breadcrumbs(localized).crumbs(for: entry)
      json.breadcrumbs(
        crumbs + [Crumb(title: object.title, path: object.edition.path)], id: breadcrumbID, in: localized)
    }
  }

  // MARK: Addresses

  private var permalink: String { site.permalink(object.edition.path) }
  private var breadcrumbID: String { "\(permalink)#breadcrumb" }

  /// The address of the original's page.
  private var originalPermalink: String {
    site.permalink((site.originalEdition(of: object.edition.entry) ?? object.edition).path)
  }

  /// What stands for a thing that exists once, in whichever language it is described.
  var thingID: String { "\(originalPermalink)#\(entry.kind.name)" }

  // MARK: Texts

  /// The language of the text that readers get: the body's, or else that of the teaser or the title.
  private var textLanguage: String {
    switch object.edition.state {
    case .full: localized.tag
    case .missing: entry.originalLanguage
    case .partial:
      object.bodyVariant?.language ?? object.text(of: "summary")?.language ?? object.title.language
        ?? localized.tag
    }
  }

  private func title(in language: String) -> LabelText {
    entry.title(in: language, available: object.isAvailable)
  }

  private func summary(in language: String) -> LabelText? {
    guard let field = entry.kind.field("summary"),
      let found = entry.value(of: field, in: language, available: object.isAvailable)
    else { return nil }
    return found.value.value.text.map { LabelText(text: $0, language: found.language) }
  }

  // MARK: Nodes

  /// The page in its language, about what it shows.
  private func writePage(to json: inout JSONText) {
    json.node("WebPage", id: permalink) { json in
      json.member("url", permalink)
      json.member("name", object.title, in: localized.tag)
      json.member("description", object.text(of: "summary"), in: localized.tag)
      json.member("inLanguage", localized.tag)
      json.member("dateModified", object.lastModified?.description)
      json.member("isPartOf", id: site.websiteID)
      json.member("breadcrumb", id: breadcrumbID)
      let isTranslation = localized.tag != entry.originalLanguage
      if object.edition.state == .full, isTranslation {
        writeOriginal("WebPage", id: originalPermalink, to: &json)
      }
      switch entry.kind.name {
      case "news":
        json.key("mainEntity")
        writeArticle(in: textLanguage, to: &json)
      case "cluster":
        json.key("mainEntity")
        writeCluster(to: &json)
      case "event":
        json.key("mainEntity")
        writeEvent(in: textLanguage, to: &json)
      default:
        guard object.edition.state != .full else { break }
        json.node("mainEntity", "CreativeWork", id: originalPermalink) { json in
          json.member("url", originalPermalink)
          json.member("name", title(in: textLanguage), in: textLanguage)
          json.member("inLanguage", textLanguage)
        }
      }
    }
  }

  private func writeOriginal(_ type: String, id: String, to json: inout JSONText) {
    json.node("translationOfWork", type, id: id) { json in
      json.member("url", originalPermalink)
      json.member("inLanguage", entry.originalLanguage)
    }
  }

  /// The news item in a language: the page's or the original's.
  private func writeArticle(in language: String, to json: inout JSONText) {
    let isOriginal = language == entry.originalLanguage
    let address = isOriginal ? originalPermalink : permalink
    json.node("NewsArticle", id: "\(address)#article") { json in
      json.member("url", address)
      json.member("mainEntityOfPage", address)
      json.member("headline", title(in: language), in: language)
      json.member("description", summary(in: language), in: language)
      json.member("inLanguage", language)
      json.member("datePublished", object.date?.date.description)
      json.member("dateModified", object.updated?.description)
      json.member("image", object.picture?.permalink)
      let source = object.shared("source")?.record
      json.node("author", "Organization", id: source == nil ? site.networkID : nil) { json in
        json.member("name", source?["name"]?.value.text ?? localized.name.text)
        json.member("url", source == nil ? site.permalink("/") : source?["url"]?.value.text)
      }
      json.node("publisher", "Organization", id: site.networkID) { json in
        json.member("name", localized.name.text)
        json.member("url", site.permalink("/"))
      }
      json.member("isPartOf", id: site.websiteID)
      writeTopics("about", language: language, to: &json)
      writeReferences("mentions", object.references("clusters"), to: &json)
      if !isOriginal { writeOriginal("NewsArticle", id: "\(originalPermalink)#article", to: &json) }
    }
  }

  private func writeTopics(_ name: String, language: String, to json: inout JSONText) {
    let topics = object.topics
    guard !topics.isEmpty else { return }
    json.array(name) { json in
      for topic in topics {
        json.node("Thing") { json in
          json.member("name", localized.title(ofTopic: topic), in: language)
          json.member("url", site.permalink(site.topics[topic].paths[localized.number]))
        }
      }
    }
  }
}
