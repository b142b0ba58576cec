import Foundation
import TestSupport
import Testing

/// The program as an editor runs it. What it serves after each change is for PreviewTests and OresundCommandsTests,
/// what browsers make of it for Tests/proofs/preview.
@Suite("oresund serve", .timeLimit(.minutes(5)))
struct ServeTests {
  @Test("It says where the site is, writes nothing, and ends at once when it is interrupted")
  func running() async throws {
    let site = try SiteFolder()
    let process = Process()
    process.executableURL = Oresund.executable
    process.arguments = ["serve", "--port", "0", "--today", SiteFolder.today, "--quiet"]
    process.currentDirectoryURL = site.folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(
      line.wholeMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+\/ shows the site\. Ctrl-C ends this\.\n/) != nil)
    process.interrupt()
    await withCheckedContinuation { continuation in
      Thread {
        process.waitUntilExit()
        continuation.resume()
      }.start()
    }
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted() == [
        "content", "templates",
      ])
  }

  @Test("What cannot be served is told")
  func mistakes() async throws {
    let site = try SiteFolder()
    let host = try await site.run(["serve", "--host", "203.0.113.1"])
    #expect(host.status == 64)
    #expect(
      host.error.hasPrefix(
        "Error: “203.0.113.1” is no address of this machine. Write it like 127.0.0.1 or ::1.\n"))
    #expect(try await site.run(["serve", "--port", "99999"]).status == 64)
  }
}
