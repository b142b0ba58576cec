/// A file's path in the output folder: relative, with `/` between its parts, none of them `.` or `..`.
struct OutputPath: Hashable, Sendable {
  /// The hidden folder in the output folder where files wait that cannot wait in the state folder.
  static let stagingFolder = ".oresund-staging"

  let text: String

  /// Checks a path.
  init(_ text: String) throws(PublishingFailure) {
    if let reason = Self.reasonAgainst(text) { throw PublishingFailure(.invalidPath(text, reason)) }
    self.text = text
  }

  /// Reads a path from a file of ours; `nil` if it is none.
  init?(recorded text: Substring) {
    guard Self.reasonAgainst(String(text)) == nil else { return nil }
    self.init(unchecked: text)
  }

  /// A path that is part of a valid one.
  private init(unchecked text: Substring) {
    self.text = String(text)
  }

  private static func reasonAgainst(_ text: String) -> PublishingProblem.InvalidPath? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    guard let first = text.utf8.first else { return .empty }
    if first == slash { return .absolute }
    // How many bytes the current part has, and whether they are all dots.
    var length = 0
    var isDots = true
    for byte in text.utf8 {
      switch byte {
      case slash:
        if length == 0 { return .component("") }
        if isDots, length <= 2 { return .component(String(repeating: ".", count: length)) }
        length = 0
        isDots = true
      case 0..<0x20, 0x7F: return .controlCharacter
      default:
        length += 1
        if byte != dot { isDots = false }
      }
    }
    if length == 0 { return .component("") }
    if isDots, length <= 2 { return .component(String(repeating: ".", count: length)) }
    let isReserved =
      text.hasPrefix(stagingFolder) && (text == stagingFolder || text.hasPrefix(stagingFolder + "/"))
    return isReserved ? .reserved : nil
  }

  /// The folder that it is in; `nil` if that is the output folder itself.
  var folder: OutputPath? {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { OutputPath(unchecked: text[..<$0]) }
  }

  /// The folders on the way, outermost first.
  var folders: [OutputPath] {
    text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "/") }.map { OutputPath(unchecked: text[..<$0]) }
  }

  var name: Substring {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { text[text.utf8.index(after: $0)...] } ?? text[...]
  }
}

extension OutputPath: Comparable {
  /// In the order of the bytes, so that what is in one folder comes together.
  static func < (a: OutputPath, b: OutputPath) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

extension OutputPath: CustomStringConvertible {
  var description: String { text }
}
