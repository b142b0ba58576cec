import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct PublishingTransactionTests {
  let tree: OutputTree

  init() throws {
    tree = try OutputTree()
  }

  @Test("The first build makes the folders and writes everything")
  func firstBuild() throws {
    let summary = try tree.publish(
      pages: ["index.html": "home", "de/nachrichten/x/index.html": "x"], assets: ["assets/site.css": "css"])
    #expect(
      try tree.contents() == [
        "index.html": "home", "de/": "/", "de/nachrichten/": "/", "de/nachrichten/x/": "/",
        "de/nachrichten/x/index.html": "x", "assets/": "/", "assets/site.css": "css",
      ])
    var expected = PublishingSummary()
    expected.written = 3
    #expect(summary == expected)
    #expect(tree.leftovers() == [])
  }

  @Test("An unchanged file keeps its time and its inode, a changed one is a new file")
  func unchangedFiles() throws {
    try tree.publish(pages: ["same.html": "same", "other.html": "old"])
    let before = try attributes("same.html")
    let old = try attributes("other.html")
    let summary = try tree.publish(pages: ["same.html": "same", "other.html": "new"])
    #expect(try attributes("same.html") == before)
    #expect(try attributes("other.html").inode != old.inode)
    #expect(try tree.files() == ["same.html": "same", "other.html": "new"])
    #expect(summary.written == 1)
    #expect(summary.unchanged == 1)
  }

  @Test("A file of the same size with other bytes is changed")
  func sameSize() throws {
    let long = String(repeating: "x", count: 200_000)
    try tree.publish(pages: ["long.html": long + "1", "empty.html": ""])
    let summary = try tree.publish(pages: ["long.html": long + "2", "empty.html": ""])
    #expect(try tree.files() == ["long.html": long + "2", "empty.html": ""])
    #expect(summary.written == 1)
  }

  @Test("What the site no longer has goes, with the folders that are empty then")
  func removal() throws {
    try tree.publish(pages: ["a/b/c.html": "c", "a/d.html": "d", "e/f/g.html": "g"])
    let summary = try tree.publish(pages: ["a/d.html": "d"])
    #expect(try tree.contents() == ["a/": "/", "a/d.html": "d"])
    #expect(summary.removed == 2)
  }

  @Test("A file that somebody else put there stays, and so does its folder")
  func foreignFiles() throws {
    try tree.root.write(["public/.gitignore": "*", "public/a/mine.txt": "mine"])
    try tree.publish(pages: ["a/b.html": "b"])
    try tree.publish(pages: ["c.html": "c"])
    #expect(
      try tree.contents() == [".gitignore": "*", "a/": "/", "a/mine.txt": "mine", "c.html": "c"])
  }

  @Test("A file of ours that somebody changed is not removed, but told about")
  func changedFileStays() throws {
    try tree.publish(pages: ["a.html": "a", "b.html": "b"])
    try tree.root.write(["public/a.html": "edited"])
    let summary = try tree.publish(pages: ["b.html": "b"])
    #expect(try tree.files() == ["a.html": "edited", "b.html": "b"])
    #expect(
      tree.text(summary.warnings) == """
        warning: “public/a.html” is no longer part of the site, but it was changed by something else and \
        stays [changed-file-kept]
          help: remove it yourself if nobody needs it

        """)
  }

  @Test("An asset of the previous build stays for one build, then goes")
  func assetsAreKept() throws {
    try tree.publish(pages: ["index.html": "1"], assets: ["assets/a.1.css": "1"])
    let second = try tree.publish(pages: ["index.html": "2"], assets: ["assets/a.2.css": "2"])
    #expect(try tree.files() == ["index.html": "2", "assets/a.1.css": "1", "assets/a.2.css": "2"])
    #expect(second.kept == 1)
    let third = try tree.publish(pages: ["index.html": "2"], assets: ["assets/a.2.css": "2"])
    #expect(try tree.files() == ["index.html": "2", "assets/a.2.css": "2"])
    #expect(third.removed == 1)
  }

  @Test("An asset that comes back is not retired any more")
  func assetComesBack() throws {
    try tree.publish(pages: [:], assets: ["a.css": "1"])
    try tree.publish(pages: [:], assets: [:])
    try tree.publish(pages: [:], assets: ["a.css": "1"])
    try tree.publish(pages: [:], assets: [:])
    #expect(try tree.files() == ["a.css": "1"])
    try tree.publish(pages: [:], assets: [:])
    #expect(try tree.files() == [:])
  }

  @Test("Without the state folder everything is built again, and only what is known to be ours can go")
  func deletedState() throws {
    try tree.publish(pages: ["a.html": "a", "b.html": "b"])
    try tree.remove(".oresund")
    let summary = try tree.publish(pages: ["a.html": "changed"])
    #expect(try tree.files() == ["a.html": "changed", "b.html": "b"])
    #expect(
      tree.text(summary.warnings) == """
        warning: “public” has a file that the site does not have: “b.html” [unknown-files]
          help: remove it if an earlier build wrote it, which cannot be known without the state folder

        """)
    #expect(try tree.publish(pages: ["a.html": "changed"]).warnings == [])
  }

  @Test("Of many files that nobody knows the first are named; hidden ones and assets of the site are none")
  func unknownFiles() throws {
    let old = ["a.html": "a", "b/index.html": "b", "b/c/index.html": "c", "d.html": "d", "z.html": "z"]
    try tree.publish(pages: old, assets: ["assets/x.css": "x"])
    try tree.root.write(["public/.well-known/x": "mine", "public/.gitignore": "*"])
    try tree.remove(".oresund")
    let summary = try tree.publish(pages: ["z.html": "z"], assets: ["assets/x.css": "x"])
    #expect(
      tree.text(summary.warnings) == """
        warning: “public” has 4 files that the site does not have: “a.html”, “b/c/index.html”, “b/index.html” … \
        [unknown-files]
          help: remove those that earlier builds wrote, which cannot be known without the state folder

        """)
  }

  @Test("A foreign file at a path of the site is replaced, with a warning")
  func foreignFileReplaced() throws {
    try tree.publish(pages: ["a.html": "a"])
    try tree.root.write(["public/b.html": "mine"])
    let summary = try tree.publish(pages: ["a.html": "a", "b.html": "b"])
    #expect(try tree.files() == ["a.html": "a", "b.html": "b"])
    #expect(
      tree.text(summary.warnings) == """
        warning: “public/b.html” was not written by this site and has been replaced [foreign-file-replaced]

        """)
  }

  @Test("An abandoned build changes nothing, and leaves no folder that was not there")
  func abandoned() throws {
    let transaction = try PublishingTransaction(output: tree.output, state: tree.state)
    try transaction.stage(path: "a/b.html", role: .page, bytes: Array("b".utf8))
    transaction.abandon()
    #expect(!FileManager.default.fileExists(atPath: tree.output))
    #expect(tree.leftovers() == [])
    try tree.publish(pages: ["c.html": "c"])
    let second = try PublishingTransaction(output: tree.output, state: tree.state)
    try second.stage(path: "c.html", role: .page, bytes: Array("changed".utf8))
    second.abandon()
    #expect(try tree.contents() == ["c.html": "c"])
    #expect(tree.leftovers() == [])
  }

  @Test("A file that could not be staged makes a commit impossible")
  func incomplete() throws {
    try tree.publish(pages: ["a.html": "a"])
    let transaction = try PublishingTransaction(output: tree.output, state: tree.state)
    #expect(throws: PublishingFailure.self) {
      try transaction.stage(path: "../x", role: .page, bytes: [])
    }
    #expect(throws: PublishingFailure(.incomplete)) { try transaction.commit() }
    #expect(throws: PublishingFailure(.incomplete)) { try transaction.commit() }
    #expect(try tree.contents() == ["a.html": "a"])
  }

  @Test("Files are readable by all and writable by their owner")
  func modes() throws {
    try tree.publish(pages: ["a/b.html": "b"])
    let mask = umask(0)
    umask(mask)
    #expect(try mode("a") == 0o755 & ~Int(mask))
    #expect(try mode("a/b.html") == 0o644 & ~Int(mask))
  }

  @Test("Files are staged from many threads at once")
  func threads() throws {
    let transaction = try PublishingTransaction(output: tree.output, state: tree.state)
    DispatchQueue.concurrentPerform(iterations: 500) { number in
      do {
        try transaction.stage(
          path: "\(number % 7)/\(number)/index.html", role: .page, bytes: Array("\(number)".utf8))
      } catch {
        Issue.record(error)
      }
    }
    #expect(try transaction.commit().written == 500)
    let expected = (0..<500).map { ("\($0 % 7)/\($0)/index.html", "\($0)") }
    #expect(try tree.files() == Dictionary(uniqueKeysWithValues: expected))
  }

  private func attributes(_ path: String) throws -> FileStatus {
    let folder = try OperatingSystem().openFolder(tree.output, in: nil, followingLinks: false)
    return try OperatingSystem().status(path, in: folder)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(tree.output)/\(path)")[.posixPermissions] as? Int
  }
}
