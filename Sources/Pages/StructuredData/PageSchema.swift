import Content
import Diagnostics
import SiteGraph

/// What a page that is no entry says of itself in JSON-LD.
struct PageSchema {
  let head: PageHead
  let localized: LocalizedSite
  private var site: Site { localized.site }

  /// The document; `nil` where there is nothing to say, as of the page for missing addresses.
  func bytes() -> [UInt8]? {
    switch head.kind {
    case "404": nil
    case "home": JSONText.schemaDocument { website(languages: [localized.tag], to: &$0) }
    case "languages": JSONText.schemaDocument { website(languages: site.languages.map(\.tag), to: &$0) }
    case "data":
      JSONText.schemaDocument { json in
        writeDatasets(to: &json)
        writeBreadcrumbs(to: &json)
      }
    default: JSONText.schemaDocument { list(to: &$0) }
    }
  }

  private var permalink: String { site.permalink(head.path) }

  private func writeBreadcrumbs(to json: inout JSONText) {
    json.breadcrumbs(
      head.breadcrumbs + [Crumb(title: head.title, path: head.path)], id: "\(permalink)#breadcrumb",
      in: localized)
  }

  /// What search engines for data read.
  private func writeDatasets(to json: inout JSONText) {
    json.node("Dataset", id: permalink) { json in
      json.member("url", permalink)
      json.member(
        "name", LabelText(text: "\(localized.name.text): \(head.title.text)", language: head.title.language),
        in: localized.tag)
      json.member("description", localized.string("data_text"), in: localized.tag)
      json.member("inLanguage", localized.tag)
      json.member("license", site.configuration.licence.map { $0.url ?? $0.name })
      json.member("creator", id: site.networkID)
      json.array("distribution") { json in
        for distribution in Distribution.all(of: Dataset.all(of: [localized])) {
          json.node("DataDownload") { json in
            json.member("encodingFormat", distribution.mediaType)
            json.member("contentUrl", site.permalink(distribution.path))
          }
        }
      }
    }
  }

  private func website(languages: [String], to json: inout JSONText) {
    json.node("WebSite", id: site.websiteID) { json in
      json.member("url", site.permalink(head.path))
      json.member("name", localized.name, in: localized.tag)
      json.member("description", localized.tagline, in: localized.tag)
      if languages.count == 1 {
        json.member("inLanguage", languages.first)
      } else {
        json.array("inLanguage") { json in languages.forEach { json.string($0) } }
      }
      json.member("publisher", id: site.networkID)
    }
    json.node("Organization", id: site.networkID) { json in
      json.member("name", localized.name, in: localized.tag)
      json.member("url", site.permalink("/"))
      json.member("description", localized.tagline, in: localized.tag)
    }
  }

  private func list(to json: inout JSONText) {
    json.node("CollectionPage", id: permalink) { json in
      json.member("url", permalink)
      json.member("name", head.title, in: localized.tag)
      json.member("description", head.summary, in: localized.tag)
      json.member("inLanguage", localized.tag)
      json.member("isPartOf", id: site.websiteID)
      json.member("breadcrumb", id: "\(permalink)#breadcrumb")
    }
    writeBreadcrumbs(to: &json)
  }
}

extension Site {
  /// What stands for the site in JSON-LD.
  var websiteID: String { permalink("/") + "#website" }

  /// What stands for the network in JSON-LD.
  var networkID: String { permalink("/") + "#network" }
}
