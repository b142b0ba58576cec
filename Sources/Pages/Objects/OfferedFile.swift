import Foundation
import Content
import SiteGraph
import Templating

/// Something that an entry offers to read or to use: a link of its front matter, or a document beside it.
struct OfferedFile {
  let title: LabelText
  /// The address as links have it.
  let url: String
  /// `PDF`, `CSV`: the ending that people know a format by; `nil` for pages.
  let format: String?
  /// In bytes, of a file of the site.
  let size: Int?
  /// The size as the language's readers write it: “1.2 MB”.
  let sizeText: String?
  /// Whether it is a file of the site, and not a page or another site's.
  let isFile: Bool

  var value: Value { .record(members) }

  /// - Parameter entry: The entry that offers it.
  func value(from entry: Value) -> Value { .record(members + [("entry", entry)]) }

  private var members: [(String, Value)] {
    [
      ("title", Value(title)), ("url", .string(url)), ("format", Value(format)), ("size", Value(size)),
      ("size_text", Value(sizeText)), ("is_file", .boolean(isFile)),
    ]
  }

  /// Endings that name a page or a program rather than a document.
  private static let pages: Set = ["html", "htm", "php", "asp", "aspx", "jsp", "cgi"]

  /// The format that a path or an address names with its ending.
  static func format(of path: String) -> String? {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var rest = path[..<end]
    // The name of a site has a dot, too.
    if let scheme = rest.range(of: "://") {
      guard let slash = rest[scheme.upperBound...].firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    let name = rest[(rest.lastIndex(of: "/").map { rest.index(after: $0) } ?? rest.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard (2...5).contains(ending.utf8.count), !pages.contains(ending),
      ending.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }),
      !ending.utf8.allSatisfy({ $0 <= 0x39 })
    else { return nil }
    return ending.uppercased()
  }
}
