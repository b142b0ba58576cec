/// The address of a site: an origin and a path.
package struct BaseURL: Hashable, Sendable {
  /// Scheme, host and port: `https://example.org`.
  package let origin: String
  /// The host alone, in small letters: `example.org`.
  package let host: String
  /// The path without a slash at the end: `/icn`, or nothing.
  package let path: String

  /// Reads an absolute http or https address without query and fragment, or gives `nil`.
  package init?(_ text: String) {
    var rest = Substring(text)
    let scheme: String
    if rest.hasPrefix("https://") {
      scheme = "https://"
    } else if rest.hasPrefix("http://") {
      scheme = "http://"
    } else {
      return nil
    }
    rest = rest.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    var path = rest.dropFirst(authority.count)
    while path.last == "/" { path.removeLast() }
    guard !authority.isEmpty,
      authority.utf8.allSatisfy({ Self.isHostByte($0) }),
      path.utf8.allSatisfy({ Self.isHostByte($0) || Self.pathBytes.contains($0) }),
      !path.contains("//"), !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    origin = scheme + authority.lowercased()
    host = String(authority.prefix { $0 != ":" }).lowercased()
    self.path = String(path)
  }

  private init(origin: String, host: String, path: String) {
    self.origin = origin
    self.host = host
    self.path = path
  }

  /// Stands for an address that could not be read, where something else is still to be checked.
  static let placeholder = BaseURL(origin: "https://site.invalid", host: "site.invalid", path: "")

  private static let pathBytes = Set("/_~%!$&'()*+,;=@".utf8)

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// The absolute address of a path of the site that begins with a slash.
  package func permalink(_ path: String) -> String { origin + self.path + path }

  /// The address of a path of the site as it stands in a link: without the origin.
  package func url(_ path: String) -> String { self.path + path }
}
