import Foundation
import TestSupport
import Testing

@Suite("What stands in the way in folders")
struct ObstacleTests {
  /// What a build of the base site says after something was put into its folder, and that it publishes nothing.
  private func report(_ obstruct: (URL) throws -> Void) async throws -> String {
    let site = try SiteFolder()
    try obstruct(site.folder.url)
    let outcome = try await site.build()
    #expect(outcome.status == 1)
    #expect(!FileManager.default.fileExists(atPath: site.folder.url.appendingPathComponent("public").path))
    return outcome.error
  }

  @Test("A named pipe among the content is not waited for")
  func pipe() async throws {
    let error = try await report { folder in
      #expect(mkfifo(folder.appendingPathComponent("content/news/pipe.en.md").path, 0o600) == 0)
    }
    #expect(
      error == """
        content/news/pipe.en.md:1:1: error: this is neither a file nor a folder [no-regular-file]
          help: remove it, or move it out of the content folder
        1 error; nothing was published

        """)
  }

  @Test("Folders within folders end somewhere")
  func deep() async throws {
    let branch = "content/static" + String(repeating: "/d", count: 80)
    let error = try await report { folder in
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(branch), withIntermediateDirectories: true)
    }
    let deepest = "content/static" + String(repeating: "/d", count: 32)
    #expect(
      error == """
        \(deepest):1:1: error: this folder lies too deep to be looked into [folder-too-deep]
          help: move it up, or out of the content folder
        1 error; nothing was published

        """)
  }

  #if os(Linux)
    @Test("A name that is no UTF-8 is told with its folder")
    func nameWithoutUTF8() async throws {
      let error = try await report { folder in
        let path = Array("\(folder.path)/content/news/2010-10-05-".utf8) + [0xF6] + Array(".en.md".utf8) + [0]
        let file = path.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
        }
        #expect(file >= 0)
        close(file)
      }
      #expect(
        error == """
          content/news:1:1: error: the name of a file in this folder is no UTF-8 [invalid-file-name]
            help: rename the file
          1 error; nothing was published

          """)
    }
  #endif

  @Test(
    "What cannot be written is told in the system's own words",
    arguments: [
      (
        ["check", "--today", SiteFolder.today, "--baseline", "content", "--update-baseline"],
        """
        error: the baseline “content” cannot be written: is a directory [unwritable-file]
          help: check the folder’s permissions
        1 error; the check failed

        """
      ),
      (
        ["init", "content/site.yml/site"],
        """
        error: the site could not be written to “content/site.yml/site”: not a directory [cannot-write]
          help: check the folder’s permissions, and remove what was written

        """
      ),
      (
        ["new", "page", "Contact", "--content", "content/site.yml"],
        """
        content/site.yml:1:1: error: the file cannot be read: not a directory [unreadable-file]
            1 | name: Harbour Network
              | ^

        """
      ),
    ])
  func unwritable(arguments: [String], error: String) async throws {
    let outcome = try await SiteFolder().run(arguments)
    #expect(outcome.status == 1)
    #expect(outcome.error == error)
  }

  @Test("Addresses that cannot be kept are a warning")
  func addresses() async throws {
    let site = try SiteFolder()
    try FileManager.default.createDirectory(
      at: site.folder.url.appendingPathComponent(".oresund/addresses"), withIntermediateDirectories: true)
    let outcome = try await site.build()
    #expect(outcome.status == 0)
    #expect(
      outcome.error == """
        warning: today’s addresses could not be kept in “.oresund”, so the next build will not notice which have changed: \
        is a directory [addresses-not-kept]
          help: check the folder’s permissions
        1 warning

        """)
  }
}
