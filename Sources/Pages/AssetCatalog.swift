import Content
package import Diagnostics

/// The files of `templates/assets/`, each at an address that changes with its bytes. Where a stylesheet names another of
/// them (`url("fonts/serif.woff2")`), it is published with that one's address.
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

  /// What is wrong with the files: stylesheets that name files that do not exist, or each other.
  package let diagnostics: [Diagnostic]

  /// - Parameter folder: The folder of the files as diagnostics name it: `templates/assets`.
  package init(_ files: [(name: String, bytes: [UInt8])], folder: String = "templates/assets") {
    var addressing = AssetAddressing(files, folder: folder)
    byName = addressing.run()
    assets = byName.values.sorted { $0.name < $1.name }
    diagnostics = addressing.diagnostics
  }

  package var names: [String] { assets.map(\.name) }

  package func asset(_ name: String) -> Asset? { byName[name] }
}

extension AssetCatalog.Asset {
  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let folderEnd = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    let dot = name[folderEnd...].lastIndex(of: ".").flatMap { $0 == folderEnd ? nil : $0 } ?? name.endIndex
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    path = "/assets/\(name[..<dot]).\(fingerprint.hexadecimal)\(name[dot...])"
    integrity = SHA256.integrity(of: bytes)
  }
}
