import Content
import Diagnostics
import Foundation

/// Gives assets their addresses, those that stylesheets name before the stylesheets that name them.
struct AssetAddressing {
  private let files: [String: [UInt8]]
  private let folder: String
  private var assets: [String: AssetCatalog.Asset] = [:]
  /// The stylesheets that wait for what they name.
  private var open: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [(name: String, bytes: [UInt8])], folder: String) {
    self.files = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    self.folder = folder
  }

  mutating func run() -> [String: AssetCatalog.Asset] {
    for name in files.keys.sorted() { _ = asset(name) }
    return assets
  }

  /// - Returns: `nil` where there is no such file, or it is one that waits for this one.
  private mutating func asset(_ name: String) -> AssetCatalog.Asset? {
    if let asset = assets[name] { return asset }
    guard !open.contains(name), let bytes = files[name] else { return nil }
    open.append(name)
    let asset = AssetCatalog.Asset(
      name: name, bytes: name.lowercased().hasSuffix(".css") ? addressed(bytes, of: name) : bytes)
    open.removeLast()
    assets[name] = asset
    return asset
  }

  /// A stylesheet with the addresses that files are published at.
  private mutating func addressed(_ bytes: [UInt8], of name: String) -> [UInt8] {
    let source = SourceText(file: "\(folder)/\(name)", bytes: bytes)
    var result: [UInt8] = []
    var done = 0
    for reference in Stylesheet(bytes: bytes).references {
      guard let target = reference.name(from: name) else { continue }
      guard let asset = asset(target) else {
        let problem: PageProblem =
          open.contains(target)
          ? .stylesheetsInCircle(target)
          : .unknownAsset(reference.address, nearest: Suggestion.nearest(to: target, in: files.keys.sorted()))
        diagnostics.append(
          problem.at(source.place(at: reference.range.lowerBound, length: reference.range.count)))
        continue
      }
      result += bytes[done..<reference.range.lowerBound]
      result += Self.renamed(reference.address, as: asset.path).utf8
      done = reference.range.upperBound
    }
    return result + bytes[done...]
  }

  /// An address with the last part of its path replaced by that of another: `../a.svg#b` and `/assets/a.0123.svg`.
  private static func renamed(_ address: String, as path: String) -> String {
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    let folderEnd = address[..<end].lastIndex(of: "/").map(address.index(after:)) ?? address.startIndex
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    // What a URL cannot hold as it is, and what would end it in a stylesheet.
    let escaped =
      name.addingPercentEncoding(
        withAllowedCharacters: .urlPathAllowed.subtracting(.init(charactersIn: "()'"))) ?? name
    return "\(address[..<folderEnd])\(escaped)\(address[end...])"
  }
}
