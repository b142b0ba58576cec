import Foundation
import TestSupport
import Testing

/// A case of a fixture file: what is changed in the base site, and what the build then says and publishes.
///
/// A file is a sequence of cases. A case begins with `=== NAME`; then come the changes, each with its heading:
///
///     >>> PATH              the file has the text that follows
///     >>> PATH (escaped)    the same, but \r, \t, \\ and \x1B stand for bytes, and there is no last line end
///     >>> PATH (removed)    the file does not exist
///     $ ARGUMENTS           the program's arguments, if not `build` with the tests' day
///
/// then `--->` and all of standard error, and after it files of the output with their whole texts, as `>>> PATH`,
/// or the list of all files, as `>>> .`.
struct SiteCase: CustomTestStringConvertible {
  struct File {
    var path: String
    /// In parentheses after the path.
    var form: String
    var text: String
  }

  let file: String
  let name: String
  var arguments: [String]?
  var changes: [File]
  var error: String
  var outputs: [File]

  var testDescription: String { name }

  /// The base site with the changes made.
  ///
  /// - Parameter isPublished: Whether there is an output folder, with the base site as it was before.
  func site(isPublished: Bool) async throws -> SiteFolder {
    let site = try await isPublished ? SiteFolder.published() : SiteFolder()
    for change in changes {
      switch change.form {
      case "removed":
        try FileManager.default.removeItem(at: site.folder.url.appendingPathComponent(change.path))
      case "escaped": try site.folder.write(Self.unescaped(change.text), to: change.path)
      default: try site.folder.write([change.path: change.text])
      }
    }
    return site
  }

  /// Whether it is a mistake, which must leave alone what an earlier build published.
  var isMistake: Bool { file.hasPrefix("mistakes/") }

  func run(in site: SiteFolder) async throws -> Oresund.Outcome {
    try await site.run(arguments ?? ["build", "--today", SiteFolder.today])
  }

  /// What is at a path of the output: a file's text, or the list of all files at `.`. Lines end as those of fixtures
  /// do, whatever a calendar's end with.
  static func output(_ path: String, of published: [String: String]) -> String {
    if path == "." { return published.keys.sorted().map { $0 + "\n" }.joined() }
    return published[path]?.replacing("\r\n", with: "\n") ?? "(no such file)\n"
  }

  private static func unescaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text.utf8.last == UInt8(ascii: "\n") ? Substring(text).dropLast() : Substring(text)
    while let character = rest.popFirst() {
      guard character == "\\", let escape = rest.popFirst() else {
        bytes += character.utf8
        continue
      }
      switch escape {
      case "r": bytes.append(0x0D)
      case "t": bytes.append(0x09)
      case "n": bytes.append(0x0A)
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      default: bytes += escape.utf8
      }
    }
    return bytes
  }
}
