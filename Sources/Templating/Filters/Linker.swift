/// Turns addresses within a text that is HTML already into links.
struct Linker {
  /// After how many characters the text of a link is cut.
  var limit: Int?
  var rel = ""
  var target: String?
  var schemes: [String] = []

  /// Whether a text is the beginning of addresses: `tel:`, `ftp://`.
  static func isScheme(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let colon = scalars.firstIndex(of: ":"), colon >= 2,
      scalars[..<colon].allSatisfy({ $0.isPythonWord || ".+-".unicodeScalars.contains($0) })
    else { return false }
    let rest = scalars[(colon + 1)...]
    return rest.count <= 2 && rest.allSatisfy { $0 == "/" }
  }

  func link(_ text: String) throws(Interruption) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isPythonSpace {
        result += linked(Array(String(word).utf8))
        word = String.UnicodeScalarView()
        result.unicodeScalars.append(scalar)
        if result.utf8.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
      } else {
        word.append(scalar)
      }
    }
    return result + linked(Array(String(word).utf8))
  }

  /// - Parameter word: UTF-8 without white space.
  private func linked(_ word: [UInt8]) -> String {
    var (start, end) = (0, word.count)
    while let mark = ["(", "<", "&lt;"].first(where: { word[start..<end].starts(with: $0.utf8) }) {
      start += mark.utf8.count
    }
    while let mark = [")", ">", ".", ",", "&gt;"].first(where: { mark in
      word[start..<end].suffix(mark.utf8.count).elementsEqual(mark.utf8)
    }) {
      end -= mark.utf8.count
    }
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      let opened = Self.count(open, in: word[start..<end])
      guard opened > Self.count(close, in: word[start..<end]) else { continue }
      for _ in 0..<min(opened, Self.count(close, in: word[end...])) {
        guard let found = Search.firstIndex(of: Array(close.utf8)[...], in: word[end...]) else { break }
        end = found + close.utf8.count
      }
    }
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    return text(word[..<start]) + linkedAddress(text(word[start..<end])) + text(word[end...])
  }

  private static func count(_ part: String, in bytes: ArraySlice<UInt8>) -> Int {
    let part = Array(part.utf8)[...]
    var count = 0
    var rest = bytes
    while let found = Search.firstIndex(of: part, in: rest) {
      count += 1
      rest = rest[(found + part.count)...]
    }
    return count
  }

  private func linkedAddress(_ text: String) -> String {
    let attributes =
      (rel.isEmpty ? "" : " rel=\"\(rel)\"") + (target.map { $0.isEmpty ? "" : " target=\"\($0)\"" } ?? "")
    if WebAddress.matches(text) {
      let isWhole = text.hasPrefixScalars("https://") || text.hasPrefixScalars("http://")
      return "<a href=\"\(isWhole ? "" : "https://")\(text)\"\(attributes)>\(trimmed(text))</a>"
    }
    if text.hasPrefixScalars("mailto:"), WebAddress.isMail(String(Substring(text).droppingScalars(7))) {
      return "<a href=\"\(text)\">\(Substring(text).droppingScalars(7))</a>"
    }
    let scalars = text.unicodeScalars
    if scalars.contains("@"), !text.hasPrefixScalars("www."), scalars.first != "@", !scalars.contains(":"),
      WebAddress.isMail(text)
    {
      return "<a href=\"mailto:\(text)\">\(text)</a>"
    }
    var result = text
    for scheme in schemes where result != scheme && result.hasPrefixScalars(scheme) {
      result = "<a href=\"\(result)\"\(attributes)>\(result)</a>"
    }
    return result
  }

  private func trimmed(_ text: String) -> String {
    guard let limit, text.unicodeScalars.count > limit else { return text }
    let kept = limit >= 0 ? text.unicodeScalars.prefix(limit) : text.unicodeScalars.dropLast(-limit)
    return String(kept) + "..."
  }
}

/// What Jinja2's `urlize` takes for an address.
enum WebAddress {
  static func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    let lower = scalars.map { $0.isASCII ? Unicode.Scalar(UInt8($0.value)).lowercasedASCII : $0 }
    for prefix in ["https://", "http://", "www."] where lower.starts(with: prefix.unicodeScalars) {
      let start = prefix.unicodeScalars.count
      if hasRest(scalars, hostEnd(scalars, start)), isHost(Array(lower[start..<hostEnd(scalars, start)])) {
        return true
      }
      if prefix != "www.", let end = numericEnd(lower, start), hasRest(scalars, end) { return true }
    }
    let end = hostEnd(scalars, 0)
    return hasRest(scalars, end) && isBareHost(Array(lower[..<end]))
  }

  static func isMail(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let at = scalars.lastIndex(of: "@"), at > 0, !scalars.contains(where: \.isPythonSpace) else {
      return false
    }
    let host = scalars[(at + 1)...]
    guard let first = host.first, first.isPythonWord, let dot = host.lastIndex(of: "."), dot > at + 1,
      dot + 1 < host.endIndex
    else { return false }
    return host[..<dot].allSatisfy { $0.isPythonWord || $0 == "." || $0 == "-" }
      && host[(dot + 1)...].allSatisfy(\.isPythonWord)
  }

  private static func isLabelPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isPythonWord || scalar == "%" || scalar == "-"
  }

  private static func hostEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count, isLabelPart(scalars[end]) || scalars[end] == "." { end += 1 }
    return end
  }

  /// Labels with dots between them, the last a top-level domain.
  private static func isHost(_ host: [Unicode.Scalar]) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, labels.dropLast().allSatisfy({ !$0.isEmpty }) else { return false }
    if (2...63).contains(last.count), last.allSatisfy({ ("a"..."z").contains($0) }) { return true }
    let rest = last.dropFirst(4)
    return last.starts(with: "xn--".unicodeScalars) && (2...59).contains(rest.count)
      && rest.allSatisfy { $0.isPythonWord || $0 == "%" }
  }

  private static func isBareHost(_ host: [Unicode.Scalar]) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last else { return false }
    return ["com", "net", "int", "edu", "gov", "org", "info", "mil"].contains(
      String(String.UnicodeScalarView(last)))
      && labels.dropLast().allSatisfy { (2...63).contains($0.count) }
  }

  /// Where an IPv4 address, or an IPv6 address in brackets, ends.
  private static func numericEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    func isDigit(_ index: Int) -> Bool { index < scalars.count && ("0"..."9").contains(scalars[index]) }
    func isHex(_ index: Int) -> Bool {
      isDigit(index) || index < scalars.count && ("a"..."f").contains(scalars[index])
    }
    var index = start
    if index < scalars.count, scalars[index] == "[" {
      index += 1
      for group in 0..<8 {
        let groupStart = index
        while isHex(index), index - groupStart < 4 { index += 1 }
        if index < scalars.count, scalars[index] == ":" { index += 1 } else if group < 2 { return nil }
      }
      return index < scalars.count && scalars[index] == "]" ? index + 1 : nil
    }
    for group in 0..<4 {
      if group > 0 {
        guard index < scalars.count, scalars[index] == "." else { return nil }
        index += 1
      }
      let groupStart = index
      while isDigit(index), index - groupStart < 3 { index += 1 }
      guard index > groupStart else { return nil }
    }
    return index
  }

  /// Whether a port, a path, a query or nothing follows the host.
  private static func hasRest(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    var index = end
    if index < scalars.count, scalars[index] == ":" {
      var digits = index + 1
      while digits < scalars.count, digits - index <= 5,
        scalars[digits].properties.generalCategory == .decimalNumber
      {
        digits += 1
      }
      if digits == index + 1 { return false }
      index = digits
    }
    return index == scalars.count || ["/", "?", "#"].contains(scalars[index])
  }
}

extension Unicode.Scalar {
  fileprivate var lowercasedASCII: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}

/// Prefixes by scalars; by characters, combining marks would hide them.
extension StringProtocol {
  fileprivate func hasPrefixScalars(_ prefix: String) -> Bool {
    unicodeScalars.starts(with: prefix.unicodeScalars)
  }
}

extension Substring {
  fileprivate func droppingScalars(_ count: Int) -> Substring { Substring(unicodeScalars.dropFirst(count)) }
}
