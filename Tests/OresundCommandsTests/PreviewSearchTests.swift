import Diagnostics
import Foundation
import Pagefind
import Synchronization
import TestSupport
import Testing

@testable import OresundCommands
@testable import Pages
@testable import Preview

@Suite("The search index of the preview")
struct PreviewSearchTests {
  /// A text that changes, and how often it was read.
  private final class Text: Sendable {
    private let state: Mutex<(text: String, reads: Int)>

    init(_ text: String) { state = Mutex((text, 0)) }

    var reads: Int { state.withLock { $0.reads } }

    func set(_ text: String) { state.withLock { $0.text = text } }

    func read() -> [UInt8] {
      state.withLock {
        $0.reads += 1
        return Array($0.text.utf8)
      }
    }
  }

  private static let index = "fragment/documents.html"

  private static func builder(_ program: String? = nil) -> SearchBuilder {
    let path = program ?? BuiltProgram.url("pagefind-double").path
    return SearchBuilder(program: PagefindProgram(path: path), workers: Workers(count: 1))
  }

  private static func found(in search: PreviewSearch, _ generation: Int) async throws -> String {
    try await search.folder.bytes(Self.index, generation).get().map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  @Test("It is made when somebody searches, and again when a text has changed since")
  func changes() async throws {
    let text = Text("<p>wind</p>")
    let search = PreviewSearch()
    search.follow(Self.builder(), documents: [PlannedDocument(path: "/a/", make: text.read)])
    #expect(text.reads == 0)
    #expect(try await Self.found(in: search, 1) == "<!-- /a/ -->\n<p>wind</p>")
    let reads = text.reads
    text.set("<p>heat</p>")
    #expect(try await Self.found(in: search, 1) == "<!-- /a/ -->\n<p>wind</p>")
    #expect(text.reads == reads)
    #expect(try await Self.found(in: search, 2) == "<!-- /a/ -->\n<p>heat</p>")
    #expect(try await search.folder.bytes("pagefind-ui.css", 2).get() == nil)
  }

  @Test("Another site is another index, and the same texts are the same one")
  func sites() async throws {
    let search = PreviewSearch()
    let text = Text("<p>wind</p>")
    search.follow(Self.builder(), documents: [PlannedDocument(path: "/a/", make: text.read)])
    #expect(try await Self.found(in: search, 1) == "<!-- /a/ -->\n<p>wind</p>")
    let reads = text.reads
    search.follow(Self.builder(), documents: [PlannedDocument(path: "/a/", make: text.read)])
    #expect(try await Self.found(in: search, 2) == "<!-- /a/ -->\n<p>wind</p>")
    // Once, to see that nothing has changed.
    #expect(text.reads == reads + 1)
    search.follow(Self.builder(), documents: [])
    #expect(try await Self.found(in: search, 3) == "")
  }

  @Test("A program that fails is told, and the next one is asked anew")
  func failure() async throws {
    let search = PreviewSearch()
    let documents = [PlannedDocument(path: "/a/", make: { Array("<p>wind</p>".utf8) })]
    search.follow(Self.builder("/nowhere/pagefind"), documents: documents)
    do {
      _ = try await Self.found(in: search, 1)
      Issue.record("nothing was wrong")
    } catch let failure as DiagnosedFailure {
      #expect(failure.diagnostic.message.contains("/nowhere/pagefind"))
    }
    search.follow(Self.builder(), documents: documents)
    #expect(try await Self.found(in: search, 1) == "<!-- /a/ -->\n<p>wind</p>")
  }
}
