import Content
import Pages
import Preview
import SiteGraph

/// The tables about the site that the preview shows.
struct PreviewTables: Sendable {
  let content: ContentTree?
  let site: Site?

  var all: [PreviewTable] { [entries, translations] }

  /// Every entry with its addresses.
  private var entries: PreviewTable {
    let languages = site?.languages ?? []
    return PreviewTable(
      name: "entries", title: "Entries",
      summary: "Every entry with its address in each language.",
      columns: ["entry", "remarks"] + languages.map { "\($0.label) (\($0.tag))" }
    ) {
      guard let site else { return [] }
      return site.entries.indices.map { number in
        let entry = site.entries[number]
        let reason = site.reasonToHide(number, in: entry.originalLanguage)
        return [PreviewTable.Cell(entry.identifier), PreviewTable.Cell(Self.remark(reason))]
          + languages.indices.map { language in
            Self.address(of: number, in: language, of: site)
          }
      }
    }
  }

  private static func remark(_ reason: HiddenReason?) -> String {
    switch reason {
    case .draft: "draft"
    case .future: "comes out later"
    case .expired: "has expired"
    case nil: ""
    }
  }

  private static func address(of entry: Int, in language: Int, of site: Site) -> PreviewTable.Cell {
    guard let edition = site.editions[language][entry] else { return PreviewTable.Cell("not shown") }
    guard edition.hasPage else { return PreviewTable.Cell("only in \(edition.originalLanguage)") }
    let state = edition.state == .full ? "" : " (\(edition.state.rawValue))"
    return PreviewTable.Cell("\(edition.path)\(state)", link: site.url(edition.path))
  }

  /// The state of each translation.
  private var translations: PreviewTable {
    PreviewTable(
      name: "translations", title: "Translations",
      summary: "What is translated into which language: what is not complete comes first.",
      columns: ["language", "state", "file", "not translated"]
    ) {
      guard let content, let site else { return [] }
      let rows = TranslationReport(content, options: site.options).rows
      let complete = rows.filter { $0.status == .complete }
      return (rows.filter { $0.status != .complete } + complete).map { row in
        [
          PreviewTable.Cell(row.language), PreviewTable.Cell(row.status.rawValue),
          PreviewTable.Cell(row.file?.path ?? row.entry.identifier),
          PreviewTable.Cell(row.untranslated.joined(separator: ", ")),
        ]
      }
    }
  }
}
