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
    do throws(BaseURLMistake) { try self.init(reading: text) } catch { return nil }
  }

  /// Reads an absolute http or https address without query and fragment, or says what is wrong with it.
  package static func read(_ text: String) -> Result<BaseURL, BaseURLMistake> {
    Result { () throws(BaseURLMistake) in try BaseURL(reading: text) }
  }

  private init(reading text: String) throws(BaseURLMistake) {
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
      throw .form(meant: WebAddress.meant(by: text).flatMap { BaseURL($0) })
    }
    let rest = text.dropFirst(scheme.count)
    if let suffix = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      throw .suffix(String(rest[suffix...]))
    }
    let authority = rest.prefix { $0 != "/" }
    if authority.contains("@") { throw .credentials }
    let name = authority.prefix { $0 != ":" }
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isHostByte),
      !name.split(separator: ".", omittingEmptySubsequences: false).contains("")
    else { throw .host(String(name)) }
    if name.endIndex < authority.endIndex {
      let port = authority[name.endIndex...].dropFirst()
      guard port.utf8.allSatisfy(NodeReader.isDigit), let number = Int(port), (1...65535).contains(number)
      else { throw .port(String(port)) }
    }
    var path = rest.dropFirst(authority.count)
    while path.last == "/" { path.removeLast() }
    guard path.utf8.allSatisfy({ Self.isHostByte($0) || Self.pathBytes.contains($0) }),
      !path.contains("//"), !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { throw .path(String(path)) }
    origin = scheme + authority.lowercased()
    host = name.lowercased()
    self.path = String(path)
  }

  private init(origin: String, host: String, path: String) {
    self.origin = origin
    self.host = host
    self.path = path
  }

  /// Stands for an address that could not be read, where something else is still to be checked.
  static let placeholder = BaseURL(origin: "https://site.invalid", host: "site.invalid", path: "")

  private static let pathBytes = Set("/:_~%!$&'()*+,;=@".utf8)

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The absolute address of a path of the site that begins with a slash.
  package func permalink(_ path: String) -> String { origin + self.path + path }

  /// The address of a path of the site as it stands in a link: without the origin.
  package func url(_ path: String) -> String { self.path + path }
}
