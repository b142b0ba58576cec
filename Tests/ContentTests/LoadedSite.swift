import Content
import Diagnostics
import Foundation
import TestSupport

/// A content folder on disk, read.
///
/// Its paths are those in the folder: the folder's own is taken off the diagnostics.
struct LoadedSite {
  let content: LoadedContent
  /// The report of all diagnostics as text, or nothing.
  let report: String

  /// A smallest site.yml in English and German.
  static let site = """
    name: Test
    base_url: https://test.example
    languages:
      en: { label: English }
      de: { label: Deutsch }

    """

  /// - Parameter files: Texts by path; a `site.yml` and a `topics.yml` are added where there are none.
  init(_ files: [String: String], includesDrafts: Bool = false) throws {
    try self.init(bytes: files.mapValues { Array($0.utf8) }, includesDrafts: includesDrafts)
  }

  init(bytes: [String: [UInt8]], includesDrafts: Bool = false) throws {
    let folder = try TemporaryFolder()
    var files = bytes
    if files["site.yml"] == nil { files["site.yml"] = Array(Self.site.utf8) }
    if files["topics.yml"] == nil, files["topcs.yml"] == nil {
      files["topics.yml"] = Array("networks: Networks\nwater: Water\n".utf8)
    }
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    self.init(folder: folder, includesDrafts: includesDrafts)
  }

  init(folder: TemporaryFolder, includesDrafts: Bool = false) {
    content = ContentLoader.load(folder: folder.path, includesDrafts: includesDrafts)
    let text = DiagnosticReport(content.diagnostics).formatted(as: .text) { file in
      ImageFiles.isImage(file)
        ? nil : FileManager.default.contents(atPath: file).map { SourceText(file: file, bytes: Array($0)) }
    }
    report = text.replacingOccurrences(of: folder.path + "/", with: "")
  }

  var entries: [Entry] { content.tree?.entries ?? [] }

  func entry(_ identifier: String) -> Entry? { entries.first { $0.identifier == identifier } }
}
