import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct MovedSiteTests {
  @Test("A site that is moved with its state folder still knows which files are its own")
  func moved() throws {
    let folder = try TemporaryFolder()
    func publish(in site: String, _ paths: [String]) throws -> PublishingSummary {
      let root = "\(folder.path)/\(site)"
      let transaction = try PublishingTransaction(output: "\(root)/public", state: "\(root)/.oresund")
      for path in paths { try transaction.stage(path: path, role: .page, bytes: Array(path.utf8)) }
      return try transaction.commit()
    }
    _ = try publish(in: "here", ["index.html", "old/index.html"])
    try FileManager.default.moveItem(atPath: "\(folder.path)/here", toPath: "\(folder.path)/there")
    let summary = try publish(in: "there", ["index.html"])
    #expect(summary.removed == 1 && summary.unchanged == 1)
    #expect(folder.files(in: "there/public") == ["index.html"])
  }
}
