import Content
import Diagnostics
import SiteGraph
import TestSupport
import Testing

/// A small site in English and German, made of files that a test gives.
struct SiteFixture {
  static let configuration = """
    name: Example Network
    base_url: https://network.example
    languages:
      en: { label: English, locale: en-GB }
      de: { label: Deutsch, locale: de-DE, sections: { news: nachrichten, clusters: cluster, countries: laender, topics: themen } }

    """

  let site: Site
  private let diagnostics: [Diagnostic]
  private let folder: TemporaryFolder

  /// - Parameters:
  ///   - files: Texts by path in the content folder; `site.yml` gets a default.
  ///   - more: Lines for the end of the default `site.yml`.
  init(_ files: [String: String], more: String = "", today: String = "2010-11-15", drafts: Bool = false)
    throws
  {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": Self.configuration + more].merging(files) { _, given in given })
    let loaded = ContentLoader.load(folder: folder.path, includesDrafts: drafts)
    let tree = try #require(loaded.tree, "\(loaded.diagnostics)")
    let date = try #require(CalendarDate(today))
    let built = SiteBuilder.build(tree, options: SiteOptions(today: date, showsDrafts: drafts))
    site = built.site
    diagnostics = loaded.diagnostics + built.diagnostics
  }

  /// The report with paths from the content folder.
  var report: String {
    let prefix = folder.path + "/"
    return DiagnosticReport(diagnostics).formatted(as: .text) { file in
      (try? folder.text(String(file.dropFirst(prefix.count)))).map {
        SourceText(file: file, bytes: Array($0.utf8))
      }
    }.replacing(prefix, with: "")
  }

  /// The number of an entry, by its section and key.
  func number(_ identifier: String) throws -> Int {
    try #require(site.entries.firstIndex { $0.identifier == identifier }, "\(identifier)")
  }

  /// An entry's edition for the readers of a language.
  func edition(_ identifier: String, _ language: String) throws -> Edition? {
    let number = try number(identifier)
    let language = try #require(site.languages.firstIndex { $0.tag == language })
    return site.editions[language][number]
  }

  /// The identifiers of entries.
  func identifiers(_ numbers: [Int]) -> [String] { numbers.map { site.entries[$0].identifier } }
}
