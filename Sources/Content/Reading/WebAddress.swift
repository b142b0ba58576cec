/// The forms of addresses that content may have.
package enum WebAddress {
  /// Whether a text is an absolute http or https address (RFC 3986, with letters of all scripts).
  static func isAbsolute(_ text: String) -> Bool {
    guard hasNoBlanks(text) else { return false }
    let scheme = text.utf8.prefix(8).map { $0 | 0x20 }
    let bytes: Substring.UTF8View
    if scheme.starts(with: "https://".utf8) {
      bytes = text.utf8.dropFirst(8)
    } else if scheme.starts(with: "http://".utf8) {
      bytes = text.utf8.dropFirst(7)
    } else {
      return false
    }
    let host = bytes.prefix { !hostEnd.contains($0) }
    guard let first = host.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    var last: UInt8 = 0
    for byte in host {
      if hostRefuses.contains(byte) || byte == last && byte == UInt8(ascii: ".") { return false }
      last = byte
    }
    return true
  }

  private static let hostEnd = Array("/?#:".utf8)
  private static let hostRefuses = Array("@\\<>\"^`{|}".utf8)

  /// Whether a text can be linked to: an absolute address, an e-mail address or a telephone number with
  /// its scheme, or a path.
  package static func isLink(_ text: String) -> Bool {
    guard hasNoBlanks(text) else { return false }
    let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < text.endIndex, text[scheme.endIndex] == ":" else { return !text.hasPrefix("//") }
    switch scheme.lowercased() {
    case "http", "https": return isAbsolute(text)
    case "mailto": return isMail(text.dropFirst("mailto:".count))
    case "tel": return text.utf8.contains(where: NodeReader.isDigit)
    default: return false
    }
  }

  /// What follows `mailto:` (RFC 6068): one or several addresses, or none but a query, for a message that
  /// readers send to whom they like.
  private static func isMail(_ text: Substring) -> Bool {
    let addresses = text.prefix { $0 != "?" }
    if addresses.isEmpty { return text.utf8.count > 1 }
    return addresses.split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
      isEmail(String($0))
    }
  }

  /// The web address that a text was probably meant as: `www.example.org`, `https:/example.org`.
  package static func meant(by text: String) -> String? {
    let lowered = text.lowercased()
    let scheme = ["https", "http"].first { name in
      lowered.hasPrefix(name) && lowered.dropFirst(name.count).first.map { ":/".contains($0) } ?? false
    }
    let rest = scheme.map { text.dropFirst($0.count).drop { $0 == ":" || $0 == "/" } } ?? text[...]
    let address = "\(scheme ?? "https")://\(rest)"
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return address != text && host.contains(".") && !host.contains(":") && isAbsolute(address) ? address : nil
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard hasNoBlanks(text), parts.count == 2, let local = parts.first, let domain = parts.last,
      !local.isEmpty
    else { return false }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
      && !text.contains { "<>()[],;:\\\"".contains($0) }
  }

  /// Whether a text is a path that does not lead upwards.
  static func isFilePath(_ text: String) -> Bool {
    if text.isEmpty || text.contains("\\") || text.contains(":") || text.hasPrefix("//") { return false }
    return !text.split(separator: "/").contains { $0 == "." || $0 == ".." }
  }

  private static func hasNoBlanks(_ text: String) -> Bool {
    if text.isEmpty { return false }
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return true }
    return !text.unicodeScalars.contains { $0.properties.isWhitespace }
  }
}
