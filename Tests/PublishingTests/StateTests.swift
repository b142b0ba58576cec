import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// What is kept about an output folder between builds, and the lock.
@Suite struct StateTests {
  let tree: OutputTree

  init() throws {
    tree = try OutputTree()
  }

  @Test("The manifest lists every file with its role and hash, in order")
  func manifest() throws {
    try tree.publish(pages: ["b ä.html": "b", "a.html": "a"], assets: ["c.css": "c", "d.css": "d"])
    try tree.publish(pages: ["b ä.html": "b", "a.html": "a"], assets: ["c.css": "c"])
    let file = try #require(tree.root.files(in: ".oresund").first)
    let text = try tree.root.text(".oresund/" + file)
    let lines = text.split(separator: "\n")
    #expect(
      lines.map { $0.replacing(/[0-9a-f]{16}/, with: "#") } == [
        "oresund manifest 1", "page # a.html", "page # b ä.html", "asset # c.css", "retired # d.css", "end #",
      ])
    let manifest = try #require(Manifest(bytes: Array(text.utf8)))
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == text)
  }

  @Test("Hashes tell texts apart that differ little")
  func hashes() {
    var texts = (0..<40).map { String(repeating: "\0", count: $0) }
    texts += (0..<40).map { String(repeating: "a", count: $0) + "b" }
    texts += ["abcdefgh12345678", "12345678abcdefgh"]
    let hashes = texts.map { ContentHash(Array($0.utf8)) }
    #expect(Set(hashes).count == texts.count)
    #expect(hashes.map { ContentHash($0.text) } == hashes)
    #expect(ContentHash("12") == nil)
    #expect(ContentHash("+123456789abcdef") == nil)
  }

  @Test("A damaged manifest is ignored, with a warning; nothing is removed then", arguments: [0, 3, 30, -1])
  func damagedManifest(position: Int) throws {
    try tree.publish(pages: ["a.html": "a", "b.html": "b"])
    let file = ".oresund/" + (try #require(tree.root.files(in: ".oresund").first))
    var bytes = Array(try tree.root.text(file).utf8)
    if position < 0 { bytes.removeLast(20) } else { bytes[position] ^= 1 }
    try tree.root.write(bytes, to: file)
    let summary = try tree.publish(pages: ["a.html": "a"])
    #expect(
      tree.text(summary.warnings) == """
        warning: “\(file)” is damaged and was ignored [state-ignored]
          help: files of earlier builds that the site no longer has stay until you remove them
        warning: “public” has a file that the site does not have: “b.html” [unknown-files]
          help: remove it if an earlier build wrote it, which cannot be known without the state folder

        """)
    #expect(try tree.files() == ["a.html": "a", "b.html": "b"])
  }

  @Test("A journal is read as it was written")
  func journal() throws {
    let hash = ContentHash(Array("x".utf8))
    let journal = Journal(
      staging: .output,
      steps: [
        .remove(try OutputPath("a b"), hash: hash), .removeFolder(try OutputPath("c d")),
        .put(try OutputPath("e f"), staged: "12", hash: hash, replacing: true),
        .put(try OutputPath("g"), staged: "13", hash: hash, replacing: false),
      ], manifest: hash)
    #expect(Journal(bytes: journal.bytes) == journal)
    #expect(Journal(bytes: Array(journal.bytes.dropLast())) == nil)
  }

  @Test(
    "A journal that could lead elsewhere is damaged",
    arguments: [
      "put 0123456789abcdef 1 ../x", "put 0123456789abcdef ../1 x", "remove 0123456789abcdef /x", "x y",
    ])
  func journalElsewhere(line: String) {
    let record = RecordFile(title: "oresund journal 1", lines: ["state", "0123456789abcdef", line])
    #expect(Journal(bytes: record.bytes) == nil)
  }

  @Test("Each output folder has a state of its own, however its path is written")
  func severalOutputs() throws {
    func publish(_ output: String, _ pages: [String: String]) throws {
      let transaction = try PublishingTransaction(
        output: "\(tree.root.path)/\(output)", state: tree.state + "/",
        system: FaultySystem(graveyard: tree.graveyard))
      for (path, text) in pages { try transaction.stage(path: path, role: .page, bytes: Array(text.utf8)) }
      _ = try transaction.commit()
    }
    try publish("one", ["a.html": "a", "b.html": "b"])
    try publish("two", ["c.html": "c"])
    try publish("./two/../one/", ["a.html": "a"])
    #expect(tree.root.files(in: "one") == ["a.html"])
    #expect(tree.root.files(in: "two") == ["c.html"])
    #expect(tree.root.files(in: ".oresund").count == 2)
  }

  @Test("Where the state folder is on another file system, files wait in the output folder")
  func otherFileSystem() throws {
    let other = try TemporaryFolder()
    try tree.root.write(["public/.oresund-staging/1": "left by a crash"])
    func publish(_ pages: [String: String]) throws -> [String] {
      let transaction = try PublishingTransaction(output: tree.output, state: other.path)
      for (path, text) in pages { try transaction.stage(path: path, role: .page, bytes: Array(text.utf8)) }
      let waiting = try tree.files().keys.sorted()
      _ = try transaction.commit()
      return waiting
    }
    let system = OperatingSystem()
    let isOther =
      try system.status(other.path, in: nil).device != system.status(tree.root.path, in: nil).device
    #expect(try publish(["a/b.html": "b"]) == (isOther ? [".oresund-staging/1"] : []))
    #expect(try publish(["c.html": "c"]) == (isOther ? [".oresund-staging/1", "a/b.html"] : ["a/b.html"]))
    #expect(try tree.contents() == ["c.html": "c"])
  }

  @Test("Two builds of one folder wait for each other, whatever their state folders")
  func lock() throws {
    let first = try tree.transaction()
    try first.stage(path: "a.html", role: .page, bytes: Array("first".utf8))
    let output = tree.output
    let otherState = tree.root.path + "/other"
    let events = Mutex<[String]>([])
    let isWaiting = DispatchSemaphore(value: 0)
    let isDone = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      do {
        let second = try PublishingTransaction(output: output, state: otherState) { event in
          events.withLock { $0.append("\(event)") }
          isWaiting.signal()
        }
        events.withLock { $0.append("second began") }
        try second.stage(path: "a.html", role: .page, bytes: Array("second".utf8))
        _ = try second.commit()
      } catch {
        Issue.record(error)
      }
      isDone.signal()
    }
    isWaiting.wait()
    events.withLock { $0.append("first commits") }
    _ = try first.commit()
    isDone.wait()
    #expect(events.withLock { $0 } == ["waitingForAnotherBuild", "first commits", "second began"])
    #expect(try tree.files() == ["a.html": "second"])
  }
}
