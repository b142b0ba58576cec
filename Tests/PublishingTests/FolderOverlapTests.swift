import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct FolderOverlapTests {
  @Test(
    "Folders overlap by whole names",
    arguments: [
      ("/a/b", "/a/b", FolderOverlap.same), ("/a/b/c", "/a/b", .inside), ("/a", "/a/b", .around),
      ("/", "/a", .around), ("/a", "/", .inside), ("/a/bc", "/a/b", nil), ("/a/b", "/a/c", nil),
    ])
  func overlap(folder: String, other: String, expected: FolderOverlap?) {
    #expect(FolderOverlap.between(folder, and: other) == expected)
  }

  @Test("The output folder must be apart from what is read, links and “..” resolved")
  func problems() throws {
    let root = try TemporaryFolder()
    try root.write(["content/news/x.md": "", "templates/x.html": ""])
    try FileManager.default.createSymbolicLink(
      atPath: root.path + "/link", withDestinationPath: "content/news")
    func problems(_ output: String) throws -> [String] {
      let path = root.path + "/"
      let others = [
        (path + "content", FolderRole.content), (path + "templates", .templates), (path + "state", .state),
      ]
      return try overlapProblems(output: path + output, others: others)
        .map { "\($0.message.replacingOccurrences(of: path, with: "")) [\($0.identifier)]" }
    }
    #expect(try problems("public") == [])
    #expect(try problems("content2") == [])
    #expect(try problems("not/there/../../yet") == [])
    #expect(try problems("state/public") == [])
    #expect(
      try problems("content") == [
        "the output folder “content” is also the content folder “content” [folders-overlap]"
      ])
    #expect(
      try problems("link") == [
        "the output folder “link” is inside the content folder “content” [folders-overlap]"
      ])
    #expect(
      try problems("link/not/there") == [
        "the output folder “link/not/there” is inside the content folder “content” [folders-overlap]"
      ])
    #expect(
      try problems("not/there/../../templates/") == [
        "the output folder “not/there/../../templates/” is also the templates folder “templates” [folders-overlap]"
      ])
    #expect(
      try problems(".") == [
        "the output folder “.” contains the content folder “content” [folders-overlap]",
        "the output folder “.” contains the templates folder “templates” [folders-overlap]",
        "the output folder “.” contains the state folder “state” [folders-overlap]",
      ])
  }

  @Test("A state folder in the output folder would be published, so it is refused")
  func state() throws {
    let tree = try OutputTree()
    let state = tree.output + "/.state"
    let expected = PublishingProblem.foldersOverlap(output: tree.output, .around, other: state, role: .state)
    #expect(throws: PublishingFailure([expected])) {
      try PublishingTransaction(output: tree.output, state: state)
    }
    #expect(try tree.contents() == [:])
  }
}
