import Foundation
import TestSupport
import Testing

@Suite("Addresses that change")
struct AddressChangeTests {
  private static let file = "content/news/2010-10-03-plain.en.md"

  private func warning(_ file: String) -> String {
    """
    \(file):1:1: warning: this page was at “/en/news/plain/” and is now at “/en/news/other/”, so links to the old \
    address lead nowhere [address-changed]
        1 | ---
          | ^
      help: add “aliases: [/en/news/plain/]” to its front matter
    1 warning

    """
  }

  @Test("A new slug is noticed once, with the alias to add; with the alias there is nothing to say")
  func slug() async throws {
    let site = try await SiteFolder.published()
    try site.folder.write([Self.file: "---\ntitle: Plain\nslug: other\n---\nText.\n"])
    let check = try await site.run(["check", "--today", SiteFolder.today])
    #expect(check == .init(status: 0, output: "", error: warning(Self.file)))
    #expect(
      try await site.build("--quiet")
        == .init(status: 0, output: "", error: warning(Self.file).replacing("1 warning\n", with: "")))
    #expect(try await site.build("--quiet") == .init(status: 0, output: "", error: ""))

    let mended = try await SiteFolder.published()
    try mended.folder.write([
      Self.file: "---\ntitle: Plain\nslug: other\naliases: [/en/news/plain/]\n---\nText.\n"
    ])
    #expect(try await mended.build("--quiet") == .init(status: 0, output: "", error: ""))
    #expect(try mended.published()["en/news/plain/index.html"]?.contains("/en/news/other/") == true)
  }

  @Test("A renamed file is known by its title; a removed one is none")
  func renamed() async throws {
    let site = try await SiteFolder.published()
    let other = "content/news/2010-10-04-other.en.md"
    try FileManager.default.moveItem(
      at: site.folder.url.appendingPathComponent(Self.file), to: site.folder.url.appendingPathComponent(other)
    )
    #expect(try await site.run(["check", "--today", SiteFolder.today]).error == warning(other))
    try site.folder.write([other: "---\ntitle: Something else\n---\nText.\n"])
    #expect(try await site.run(["check", "--today", SiteFolder.today]).error == "")
  }

  @Test("Drafts that are shown change nothing in what is remembered")
  func drafts() async throws {
    let site = try await SiteFolder.published()
    try site.folder.write([Self.file: "---\ntitle: Plain\nslug: other\n---\nText.\n"])
    _ = try await site.build("--drafts")
    #expect(try await site.build("--quiet").error.contains("[address-changed]"))
  }
}
