import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Walking through a content folder")
struct FolderScanTests {
  @Test("Files come in the order of their bytes; hidden files and leftovers do not come")
  func order() throws {
    let folder = try TemporaryFolder()
    for path in [
      "site.yml", "news/b.md", "news/a/index.md", "news/a.md", "news/a-b.md", "static/Z.txt", "static/a.txt",
      "static/.well-known/x", "static/.DS_Store", "news/.hidden.md", "news/a.md~", "news/.a.md.swp",
      "news/#a.md#",
      ".git/config", "static/.git/config",
    ] {
      try folder.write([], to: path)
    }
    let (content, diagnostics) = ContentFolder.scan(folder.path + "/")
    #expect(diagnostics.isEmpty)
    #expect(
      content.files == [
        "news/a-b.md", "news/a.md", "news/a/index.md", "news/b.md", "site.yml", "static/.well-known/x",
        "static/Z.txt", "static/a.txt",
      ])
  }

  @Test("A link to a file of the folder is followed, any other is an error")
  func links() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write(["secret.md": "---\ntitle: Secret\n---\n"])
    try folder.write([
      "site.yml": LoadedSite.site, "pages/a.md": "---\ntitle: A\n---\n", "static/a/x.txt": "x",
    ])
    let manager = FileManager.default
    func link(_ path: String, to target: String) throws {
      try manager.createSymbolicLink(atPath: folder.path + "/" + path, withDestinationPath: target)
    }
    try link("pages/b.md", to: "a.md")
    try link("pages/c.md", to: outside.path + "/secret.md")
    try link("pages/d.md", to: "nowhere.md")
    try link("static/b", to: "a")
    let site = LoadedSite(folder: folder)
    #expect(site.entries.map(\.key) == ["a", "b"])
    let target = outside.url.resolvingSymlinksInPath().path
    #expect(
      site.report == """
        pages/c.md:1:1: error: this link leads out of its folder, to “\(target)/secret.md” [link-not-followed]
            1 | ---
              | ^
          help: copy what it leads to
        pages/d.md:1:1: error: this link leads nowhere [link-not-followed]
          help: remove the link
        static/b:1:1: error: this link leads to a folder [link-not-followed]
          help: copy what it leads to

        """)
  }

  @Test("A content folder that does not exist is one error")
  func missing() throws {
    let folder = try TemporaryFolder()
    let loaded = ContentLoader.load(folder: folder.path + "/none")
    #expect(loaded.tree == nil)
    #expect(loaded.diagnostics.map(\.identifier) == ["no-content-folder"])
  }
}
