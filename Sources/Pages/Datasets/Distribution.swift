import Content
import SiteGraph
import Templating

/// A file below `/api/`.
struct Distribution: Sendable {
  /// The formats, by the names that people know.
  enum Format: String {
    case json = "JSON"
    case geoJSON = "GeoJSON"
    case csv = "CSV"
  }

  let dataset: Dataset
  let format: Format

  /// The files of a site's sets.
  static func all(of sets: [Dataset]) -> [Distribution] {
    sets.flatMap { dataset in
      ([.json] + (dataset.hasPlaces ? [.geoJSON, .csv] : [])).map {
        Distribution(dataset: dataset, format: $0)
      }
    }
  }

  /// The path below the site's root.
  var path: String { "/api/\(dataset.name).\(ending)" }

  /// The path of what describes it; tables have no schema.
  var schemaPath: String? {
    switch format {
    case .json: "/api/\(dataset.name).schema.json"
    case .geoJSON: "/api/\(dataset.name).geojson.schema.json"
    case .csv: nil
    }
  }

  var mediaType: String {
    switch format {
    case .json: "application/json"
    case .geoJSON: "application/geo+json"
    case .csv: "text/csv"
    }
  }

  private var ending: String { format.rawValue.lowercased() }

  /// The file itself, and its schema.
  var plannedFiles: [PlannedFile] {
    let file = PlannedFile(path: String(path.dropFirst()), content: .made { bytes() })
    guard let schemaPath else { return [file] }
    return [file, PlannedFile(path: String(schemaPath.dropFirst()), content: .made { schema() })]
  }

  /// The file as the page about the data shows it.
  func value(in localized: LocalizedSite) -> Value {
    .record([
      ("name", .string(String(path.dropFirst("/api/".count)))),
      ("title", Value(localized.string(dataset.name))),
      ("format", .string(format.rawValue)), ("type", .string(mediaType)),
      ("count", .integer(dataset.entries.count)), ("url", .string(localized.site.url(path))),
      ("permalink", .string(localized.site.permalink(path))),
      ("schema", Value(schemaPath.map { localized.site.url($0) })),
    ])
  }

  private func bytes() -> [UInt8] {
    switch format {
    case .json: DatasetDocument(dataset).json()
    case .geoJSON: DatasetDocument(dataset).geoJSON()
    case .csv: DatasetTable(dataset).csv()
    }
  }

  private func schema() -> [UInt8] {
    format == .geoJSON ? DatasetSchema(dataset).geoJSON() : DatasetSchema(dataset).json()
  }
}
