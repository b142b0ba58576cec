import Content
import Diagnostics
import Foundation
import Pages
import SiteGraph
import Templating
import TestSupport
import Testing

/// A small site in English and German with templates as a test gives them, and everything it publishes.
struct PagesFixture {
  static let configuration = """
    name: { en: Example Network, de: Beispielnetzwerk }
    base_url: https://network.example
    languages:
      en: { label: English, locale: en-GB }
      de: { label: Deutsch, locale: de-DE, sections: { news: nachrichten, clusters: cluster, countries: laender, topics: themen } }

    """

  /// Templates that print nothing, but for those that a test gives.
  private static let templates = [
    "home.html", "news-list.html", "cluster-list.html", "event-list.html", "agreement-list.html", "news.html",
    "cluster.html", "event.html", "agreement.html", "page.html", "term.html", "term-list.html", "404.html",
    "languages.html",
  ]

  /// What is published, by path.
  let files: [String: String]
  let report: String

  init(
    _ content: [String: String] = [:], templates: [String: String] = [:], more: String = "",
    today: String = "2010-11-15", baseURL: String? = nil, drafts: Bool = false
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(["site.yml": Self.configuration + more].merging(content) { $1 })
    let loaded = ContentLoader.load(folder: folder.path, includesDrafts: drafts)
    let tree = try #require(loaded.tree, "\(loaded.diagnostics)")
    let options = SiteOptions(
      today: try #require(CalendarDate(today)), baseURL: baseURL.flatMap { BaseURL($0) }, showsDrafts: drafts)
    let built = SiteBuilder.build(tree, options: options)

    let texts = Dictionary(uniqueKeysWithValues: Self.templates.map { ($0, "") }).merging(templates) { $1 }
    var strings: [StringsFile] = []
    var sources: [TemplateSource] = []
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      if name.hasPrefix("strings/") {
        let language = String(name.dropFirst("strings/".count).dropLast(".yml".count))
        strings.append(StringsFile.read(language: language, file: "templates/\(name)", bytes: bytes).strings)
      } else {
        sources.append(TemplateSource(name: name, file: "templates/\(name)", bytes: bytes))
      }
    }
    let set = TemplateSet(sources: sources, host: HostFunctions.declarations)
    let design = Design(
      folder: "templates", templates: set,
      strings: StringsCatalog(site: strings, defaultLanguage: tree.configuration.defaultLanguage),
      assets: AssetCatalog([("site.css", Array("body{}".utf8))]))
    let plan = SitePlanner.plan(built.site, design: design)
    var diagnostics = loaded.diagnostics + built.diagnostics + set.diagnostics + plan.diagnostics
    files = try Dictionary(
      plan.files.map { file in
        var bytes: [UInt8] = []
        switch file.content {
        case .bytes(let given): bytes = given
        case .copy(let path): bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        case .made(let make): bytes = make()
        case .page(let render): if let failure = render(&bytes) { diagnostics.append(failure.diagnostic) }
        }
        return (file.path, String(decoding: bytes, as: UTF8.self))
      }, uniquingKeysWith: { first, _ in first })
    let prefix = folder.path + "/"
    report = DiagnosticReport(diagnostics, policy: tree.configuration.severity).formatted(as: .text) { file in
      let text = file.hasPrefix("templates/") ? texts[String(file.dropFirst("templates/".count))] : nil
      return text.map { SourceText(file: file, bytes: Array($0.utf8)) }
    }.replacing(prefix, with: "")
  }

  /// A published file's text.
  func text(_ path: String) throws -> String {
    try #require(files[path], "\(path) is not among \(files.keys.sorted())")
  }
}
