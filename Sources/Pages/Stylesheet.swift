import Diagnostics
import Foundation

/// A stylesheet, as far as it names other files: `url(…)` and `@import "…"` (CSS Syntax Module Level 3, sections 4 and 8).
struct Stylesheet {
  /// An address in a stylesheet.
  struct Reference: Equatable {
    /// The bytes of the address alone, without quotation marks.
    let range: Range<Int>
    let address: String

    /// The name in `assets/` of the file that is meant, of a stylesheet of that name; `nil` for files of other places:
    /// whole addresses, those from the site's root, and parts of the stylesheet's own document.
    func name(from stylesheet: String) -> String? {
      guard let first = address.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "#"),
        !address.hasScheme
      else { return nil }
      let path = address.prefix { $0 != "?" && $0 != "#" }
      var parts = stylesheet.split(separator: "/").dropLast()
      for part in (path.removingPercentEncoding ?? String(path)).split(separator: "/") where part != "." {
        if part != ".." {
          parts.append(part)
        } else if parts.popLast() == nil {
          // Above `assets/`, where nothing is published under the name that it has here.
          return String(path)
        }
      }
      return parts.joined(separator: "/")
    }
  }

  let bytes: [UInt8]

  /// All addresses, in their order; those in comments and in other texts are none.
  var references: [Reference] {
    var references: [Reference] = []
    var index = 0
    var isImport = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where at(index + 1) == UInt8(ascii: "*"):
        index = endOfComment(from: index + 2)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let text = textRange(from: index)
        if isImport { references.append(reference(text)) }
        isImport = false
        index = text.upperBound + 1
      case UInt8(ascii: "@"):
        isImport = hasWord("import", at: index + 1)
        index += 1
      case let byte where Self.isName(byte):
        let end = bytes[index...].firstIndex { !Self.isName($0) } ?? bytes.count
        if hasWord("url", at: index), at(end) == UInt8(ascii: "(") {
          let address = addressRange(from: end + 1)
          if !address.isEmpty { references.append(reference(address)) }
          isImport = false
          index = address.upperBound
        } else {
          index = end
        }
      case UInt8(ascii: ";"), UInt8(ascii: "{"):
        isImport = false
        index += 1
      default: index += 1
      }
    }
    return references
  }

  private func reference(_ range: Range<Int>) -> Reference {
    Reference(range: range, address: String(decoding: bytes[range], as: UTF8.self))
  }

  private func at(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private func hasWord(_ word: String, at index: Int) -> Bool {
    let end = bytes[min(index, bytes.count)...].firstIndex { !Self.isName($0) } ?? bytes.count
    return String(decoding: bytes[min(index, end)..<end], as: UTF8.self).lowercased() == word
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func endOfComment(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), at(index + 1) == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return bytes.count
  }

  /// What stands between quotation marks, up to the end of the line where the second is missing.
  private func textRange(from quote: Int) -> Range<Int> {
    var index = quote + 1
    while index < bytes.count, bytes[index] != bytes[quote], bytes[index] != 0x0A {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return quote + 1..<min(index, bytes.count)
  }

  /// What stands in the brackets after `url`.
  private func addressRange(from start: Int) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let first = bytes[min(start, bytes.count)...].firstIndex { !isSpace($0) } ?? bytes.count
    if let quote = at(first), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return textRange(from: first)
    }
    let end = bytes[first...].firstIndex { $0 == UInt8(ascii: ")") || isSpace($0) } ?? bytes.count
    return first..<end
  }
}

extension String {
  /// Whether an address begins with a scheme, such as `data:` (RFC 3986, section 3.1).
  fileprivate var hasScheme: Bool {
    guard let colon = firstIndex(of: ":"), let first, first.isASCII, first.isLetter else { return false }
    return self[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }
}
