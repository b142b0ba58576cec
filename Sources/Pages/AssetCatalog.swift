import Content

/// The files of `templates/assets/`, each at an address that changes with its bytes.
package struct AssetCatalog: Sendable {
  package struct Asset: Sendable {
    /// The name below `templates/assets/`, such as `site.css`.
    package let name: String
    package let bytes: [UInt8]
    /// The path below the site's root: `/assets/site.0123456789abcdef.css`.
    package let path: String
    /// What browsers check the bytes with (Subresource Integrity).
    let integrity: String
  }

  /// Sorted by name.
  package let assets: [Asset]
  private let byName: [String: Asset]

  package init(_ files: [(name: String, bytes: [UInt8])]) {
    assets = files.sorted { $0.name < $1.name }.map { file in
      Asset(
        name: file.name, bytes: file.bytes, path: Self.path(of: file.name, bytes: file.bytes),
        integrity: SHA256.integrity(of: file.bytes))
    }
    byName = Dictionary(assets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var names: [String] { assets.map(\.name) }

  package func asset(_ name: String) -> Asset? { byName[name] }

  private static func path(of name: String, bytes: [UInt8]) -> String {
    let folderEnd = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    let dot = name[folderEnd...].lastIndex(of: ".").flatMap { $0 == folderEnd ? nil : $0 } ?? name.endIndex
    return "/assets/\(name[..<dot]).\(fingerprint(of: bytes))\(name[dot...])"
  }

  private static func fingerprint(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.hexadecimal
  }
}
