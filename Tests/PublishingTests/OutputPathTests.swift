import Testing

@testable import Publishing

@Suite struct OutputPathTests {
  @Test(
    "A path that could lead elsewhere is refused",
    arguments: [
      ("", "the site has a file with the path “”, expected a file name"),
      ("/etc/x", "the site has a file with the path “/etc/x”, expected one relative to the output folder"),
      ("../x", "the site has a file with the path “../x”, expected no part “..”"),
      ("a/../x", "the site has a file with the path “a/../x”, expected no part “..”"),
      ("a/..", "the site has a file with the path “a/..”, expected no part “..”"),
      (".", "the site has a file with the path “.”, expected no part “.”"),
      ("a/./x", "the site has a file with the path “a/./x”, expected no part “.”"),
      ("a//x", "the site has a file with the path “a//x”, expected no empty part"),
      ("a/", "the site has a file with the path “a/”, expected no empty part"),
      ("a\0b", "the site has a file with the path “a\0b”, expected no control characters"),
      ("a\nb", "the site has a file with the path “a\nb”, expected no control characters"),
      (
        ".oresund-staging/1",
        "the site has a file with the path “.oresund-staging/1”, but that name is used while publishing"
      ),
    ])
  func refused(text: String, message: String) {
    let failure = #expect(throws: PublishingFailure.self) { try OutputPath(text) }
    #expect(failure?.problems.map(\.message) == [message])
  }

  @Test(
    "Dots within names are fine",
    arguments: [".htaccess", "...", "a/..b/c.", "a..b", ".well-known/x", ".oresund-staging2", "ä/ö ü.html"])
  func accepted(text: String) throws {
    #expect(try OutputPath(text).text == text)
  }

  @Test("A path has a name, a folder, and folders around it")
  func parts() throws {
    let path = try OutputPath("a/bc/d.html")
    #expect(path.name == "d.html")
    #expect(path.folder?.text == "a/bc")
    #expect(path.folders.map(\.text) == ["a", "a/bc"])
    #expect(try OutputPath("d.html").folder == nil)
    #expect(try OutputPath("d.html").name == "d.html")
  }
}
