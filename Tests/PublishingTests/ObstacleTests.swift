import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What stands in the way of the site's files.
@Suite struct ObstacleTests {
  let tree: OutputTree

  init() throws {
    tree = try OutputTree()
    try tree.publish(pages: ["index.html": "old", "a/b.html": "b"])
  }

  /// Publishes a site that cannot be, and returns what is said about it.
  private func failure(_ pages: [String: String]) throws -> String {
    let before = try tree.contents()
    let failure = #expect(throws: PublishingFailure.self) { try tree.publish(pages: pages) }
    #expect(try tree.contents() == before)
    #expect(tree.leftovers() == [])
    return tree.text(failure)
  }

  @Test("A link in a folder's place is never followed")
  func folderLink() throws {
    try tree.root.write(["elsewhere/b.html": "theirs"])
    try tree.remove("public/a")
    try tree.link("public/a", to: "../elsewhere")
    #expect(
      try failure(["index.html": "new", "a/b.html": "changed"]) == """
        error: “public/a” is a symbolic link, expected a folder [link-in-output]
          help: remove the link; files are only ever written inside the output folder itself

        """)
    #expect(try tree.root.text("elsewhere/b.html") == "theirs")
  }

  @Test(
    "A link in a file's place is refused, wherever it leads",
    arguments: ["../outside.txt", "gone", "index.html"])
  func fileLink(destination: String) throws {
    try tree.root.write(["outside.txt": "theirs"])
    try tree.link("public/c.html", to: destination)
    #expect(
      try failure(["index.html": "new", "c.html": "c"]) == """
        error: “public/c.html” is a symbolic link, expected a file [link-in-output]
          help: remove the link; files are only ever written inside the output folder itself

        """)
    #expect(try tree.root.text("outside.txt") == "theirs")
  }

  @Test("What has become a link since is not removed, nor anything behind it")
  func staleLink() throws {
    try tree.root.write(["elsewhere/b.html": "b"])
    try tree.remove("public/a")
    try tree.link("public/a", to: "../elsewhere")
    try tree.publish(pages: ["index.html": "new"])
    #expect(try tree.files() == ["index.html": "new", "a": "→ ../elsewhere"])
    #expect(try tree.root.text("elsewhere/b.html") == "b")
  }

  @Test("A link to the output folder in the place of a folder of earlier builds stops nothing")
  func staleFileLink() throws {
    try tree.remove("public/a/b.html")
    try tree.link("public/a/b.html", to: "../index.html")
    let summary = try tree.publish(pages: ["index.html": "new"])
    #expect(try tree.files() == ["index.html": "new", "a/b.html": "→ ../index.html"])
    #expect(summary.warnings == [.changedFileKept("\(tree.output)/a/b.html")])
  }

  @Test("The output folder must not be a link")
  func outputLink() throws {
    try FileManager.default.moveItem(atPath: tree.output, toPath: tree.root.path + "/real")
    try tree.link("public", to: "real")
    let failure = #expect(throws: PublishingFailure.self) { try tree.publish(pages: ["index.html": "new"]) }
    #expect(
      tree.text(failure) == """
        error: the output folder “public” is a symbolic link, expected a folder [output-is-link]
          help: give the folder that the link leads to with --output

        """)
    #expect(try tree.root.text("real/index.html") == "old")
  }

  @Test("The output folder must not be a file")
  func outputFile() throws {
    try tree.remove("public")
    try tree.root.write(["public": "a file"])
    let failure = #expect(throws: PublishingFailure.self) { try tree.publish(pages: ["index.html": "new"]) }
    #expect(
      tree.text(failure) == """
        error: “public” is not a folder [not-a-folder]
          help: remove the file, or name another folder

        """)
    #expect(try tree.root.text("public") == "a file")
  }

  @Test("An output folder that cannot be written to is refused before anything is done")
  func notWritable() throws {
    let reference = FaultySystem(graveyard: tree.graveyard)
    try tree.transaction(system: reference).abandon()
    let check = try #require(reference.calls.firstIndex { $0.hasPrefix("checkWritable") })
    let system = FaultySystem(.failure(call: check, SystemError(code: EACCES)), graveyard: tree.graveyard)
    let failure = #expect(throws: PublishingFailure.self) { try tree.transaction(system: system) }
    #expect(
      tree.text(failure) == """
        error: the output folder “public” cannot be written to: permission denied [output-not-writable]
          help: change the folder’s permissions, or name another one with --output

        """)
    #expect(system.calls.count == check + 1)
  }

  @Test("A file of ours makes room for a folder, and a folder of ours for a file")
  func ownObstacles() throws {
    try tree.publish(pages: ["x": "file", "y/z/1.html": "1", "y/2.html": "2"], assets: ["w": "asset"])
    let summary = try tree.publish(pages: ["x/1.html": "x", "y": "y", "w/1.html": "w"])
    #expect(try tree.files() == ["x/1.html": "x", "y": "y", "w/1.html": "w"])
    #expect(summary.removed == 4)
    #expect(summary.written == 3)
    #expect(summary.warnings == [])
  }

  @Test("An empty folder makes room for a file")
  func emptyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: tree.output + "/c/d", withIntermediateDirectories: true)
    try tree.publish(pages: ["c": "c"])
    #expect(try tree.contents() == ["c": "c"])
  }

  @Test("A foreign file where a folder is needed is not touched")
  func foreignFile() throws {
    try tree.root.write(["public/c": "theirs"])
    #expect(
      try failure(["index.html": "new", "c/d/e.html": "e"]) == """
        error: “public/c” is a file that this site did not write, expected a folder for \
        “public/c/d/e.html” [file-in-the-way]
          help: move it elsewhere, or give the page another address

        """)
  }

  @Test("A folder with foreign files where a file is needed is not touched, and all such places are told")
  func foreignFolders() throws {
    try tree.root.write(["public/a/mine.txt": "theirs", "public/c/mine.txt": "theirs"])
    #expect(
      try failure(["a": "a", "c": "c"]) == """
        error: “public/a” is a folder with files that this site did not write, expected a file [folder-in-the-way]
          help: move it elsewhere, or give the page another address
        error: “public/c” is a folder with files that this site did not write, expected a file [folder-in-the-way]
          help: move it elsewhere, or give the page another address

        """)
  }

  @Test("A pipe in a file's place is refused, without waiting for somebody to write to it")
  func pipe() throws {
    mkfifo(tree.output + "/c.html", 0o644)
    #expect(throws: PublishingFailure(.notAFile("\(tree.output)/c.html"))) {
      try tree.publish(pages: ["c.html": "c"])
    }
  }

  @Test("Two files at one path, and a file that is another one's folder, are refused")
  func conflictsWithinTheSite() throws {
    let transaction = try tree.transaction()
    try transaction.stage(path: "c.html", role: .page, bytes: [])
    #expect(throws: PublishingFailure(.duplicatePath("\(tree.output)/c.html"))) {
      try transaction.stage(path: "c.html", role: .asset, bytes: [])
    }
    transaction.abandon()
    #expect(
      try failure(["c": "c", "c/d/e.html": "e"]) == """
        error: the site has a file “public/c”, and “public/c/d/e.html” needs a folder of that name [file-is-folder]

        """)
    #expect(
      try failure(["a": "a", "a/b.html": "b"]) == """
        error: the site has a file “public/a”, and “public/a/b.html” needs a folder of that name [file-is-folder]

        """)
  }
}
