/// What a site tells its host, in the files that hosts of static sites read: `_headers` and `_redirects`.
struct HostRules: Sendable {
  struct Header: Hashable, Sendable {
    let name: String
    let value: String
  }

  struct Redirect: Hashable, Sendable {
    /// An address, or a path of this site.
    let target: String
    let status: Int
  }

  private struct HeaderRule: Sendable {
    let pattern: String
    var headers: [Header] = []
  }

  private var headerRules: [HeaderRule] = []
  /// By decoded path, without a slash at the beginning.
  private var redirects: [String: Redirect] = [:]

  init() {}

  /// Reads both files; a line that is not understood is passed over, as hosts do.
  init(headers: [UInt8], redirects: [UInt8]) {
    for line in Self.lines(headers) {
      if line.first == " " || line.first == "\t" {
        guard let colon = line.firstIndex(of: ":"), !headerRules.isEmpty else { continue }
        headerRules[headerRules.count - 1].headers.append(
          Header(
            name: String(line[..<colon].trimmingBlanks),
            value: String(line[line.index(after: colon)...].trimmingBlanks)))
      } else {
        headerRules.append(HeaderRule(pattern: String(line.trimmingBlanks)))
      }
    }
    for line in Self.lines(redirects) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count >= 2, let path = RequestPath(target: String(words[0])) else { continue }
      let status = words.count > 2 ? Int(words[2]) ?? 301 : 301
      self.redirects[path.path] = Redirect(target: String(words[1]), status: status)
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.filter { !$0.trimmingBlanks.hasPrefix("#") }
  }

  /// The headers for a path, which begins with a slash. What several rules say of one header is joined.
  func headers(for path: String) -> [Header] {
    headerRules.filter { Self.matches(path.utf8[...], $0.pattern.utf8[...]) }.flatMap(\.headers)
  }

  /// Where readers of a decoded path, without a slash at its beginning, are led.
  func redirect(from path: String) -> Redirect? { redirects[path] }

  /// Whether a path has the form of a pattern, in which `*` stands for anything.
  private static func matches(_ path: Substring.UTF8View, _ pattern: Substring.UTF8View) -> Bool {
    guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else { return path.elementsEqual(pattern) }
    let before = pattern[..<star]
    guard path.starts(with: before) else { return false }
    let after = pattern[pattern.index(after: star)...]
    var rest = path.dropFirst(before.count)
    if after.isEmpty { return true }
    while true {
      if matches(rest, after) { return true }
      if rest.popFirst() == nil { return false }
    }
  }
}
