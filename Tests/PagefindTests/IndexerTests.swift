import Diagnostics
import Foundation
import Pagefind
import TestSupport
import Testing

@Suite("The making of a search index")
struct IndexerTests {
  private static let pages = [
    IndexedPage(url: "/en/one/", html: Array("<p>One</p>".utf8)),
    IndexedPage(url: "/de/zwei/", html: Array("<p>Zwei, „drei“ & \u{7}</p>".utf8)),
  ]

  private static func index(
    _ program: String, _ pages: [IndexedPage] = pages, patience: Int = 60
  ) throws(PagefindProblem) -> [IndexFile] {
    try Indexer(program: PagefindProgram(path: program), patience: patience).index(count: pages.count) {
      pages[$0]
    }
  }

  /// A program that does what a script says.
  private static func script(_ lines: String) throws -> (path: String, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(["program": "#!/bin/sh\n\(lines)\n"])
    let path = folder.url.appendingPathComponent("program").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return (path, folder)
  }

  @Test("Every page comes to the program as it is, and what nobody needs is left out")
  func pages() throws {
    let files = try Self.index(BuiltProgram.url("pagefind-double").path)
    #expect(files.map(\.path) == ["fragment/documents.html", "pagefind.js"])
    #expect(files.map(\.isNamedByBytes) == [true, false])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self) == """
        <!-- /en/one/ -->
        <p>One</p>
        <!-- /de/zwei/ -->
        <p>Zwei, „drei“ & \u{7}</p>
        """)
  }

  @Test("Many large pages do not stop the program and us while each waits for the other")
  func manyPages() throws {
    let pages = (0..<300).map {
      IndexedPage(url: "/\($0)/", html: Array(repeating: UInt8(ascii: "x"), count: 20_000))
    }
    let files = try Self.index(BuiltProgram.url("pagefind-double").path, pages)
    #expect(files.first.map { $0.bytes.count > 6_000_000 } == true)
  }

  @Test("A program that ends, or was none, is told with its last words")
  func ending() throws {
    let (path, folder) = try Self.script("echo 'no more\nideas' >&2; exit 3")
    #expect(throws: PagefindProblem.ended(path, status: 3, output: "no more ideas")) { try Self.index(path) }
    withExtendedLifetime(folder) {}
  }

  @Test(
    "A program that says something else than Pagefind is no Pagefind",
    arguments: ["echo hello", "echo aGVsbG8=,"])
  func garbage(line: String) throws {
    let (path, folder) = try Self.script(line)
    #expect(throws: PagefindProblem.garbage(path)) { try Self.index(path) }
    withExtendedLifetime(folder) {}
  }

  @Test("A program that neither reads nor answers is given up, and ended")
  func silence() throws {
    let (path, folder) = try Self.script("exec sleep 3600")
    #expect(throws: PagefindProblem.silent(path, seconds: 1)) { try Self.index(path, patience: 1) }
    withExtendedLifetime(folder) {}
  }

  @Test("A file that cannot be run is told")
  func notStarted() throws {
    let folder = try TemporaryFolder()
    try folder.write(["program": "no program"])
    let path = folder.url.appendingPathComponent("program").path
    do {
      _ = try Self.index(path)
      Issue.record("it was started")
    } catch {
      #expect(error.message.hasPrefix("Pagefind (“\(path)”) could not be started: "))
      #expect(error.remedy == "check that the file is a program for this machine and may be run")
    }
  }
}
