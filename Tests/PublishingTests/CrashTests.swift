import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Stops or fails a build at each of its system calls, and looks at what is there then.
@Suite struct CrashTests {
  /// A site before and after a build in which everything happens that can happen.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Pages and assets of earlier builds, in their order.
    let before: [(pages: [String: String], assets: [String: String])]
    let pages: [String: String]
    let assets: [String: String]
  }

  static let changes = [
    Change(
      testDescription: "a first build", before: [], pages: ["a.html": "a", "b/c.html": "c"],
      assets: ["d.css": "d"]),
    Change(
      testDescription: "a build that changes everything that can change",
      before: [
        (["a.html": "1"], ["assets/1.css": "one"]),
        (
          [
            "a.html": "2", "same.html": "same", "old/page.html": "old", "file": "file",
            "folder/x/y.html": "y",
          ],
          ["assets/2.css": "two"]
        ),
      ],
      pages: [
        "a.html": "333", "same.html": "same", "new/page.html": "new", "file/x.html": "x", "folder": "f",
      ],
      assets: ["assets/3.css": "three"]),
    Change(
      testDescription: "a build that only removes",
      before: [(["a.html": "a", "b/c.html": "c", "b/d.html": "d"], [:])], pages: ["a.html": "a"], assets: [:]),
  ]

  /// What is gone after a stop.
  enum Loss: CaseIterable {
    /// Nothing: only the program stopped.
    case nothing
    /// The power failed, and of what was written since the last flush the bytes are gone.
    case bytes
    /// The same, and files have the names again that they had then: all, or only some.
    case bytesAndNames, bytesAndStateNames, bytesAndSiteNames

    var names: FaultySystem.LostNames {
      switch self {
      case .nothing, .bytes: .none
      case .bytesAndNames: .all
      case .bytesAndStateNames: .state
      case .bytesAndSiteNames: .site
      }
    }
  }

  private func tree(before change: Change) throws -> OutputTree {
    let tree = try OutputTree()
    for site in change.before { try tree.publish(pages: site.pages, assets: site.assets) }
    return tree
  }

  @Test("A crash at any call leaves the old site or the new one", arguments: changes, Loss.allCases)
  func crash(change: Change, loss: Loss) throws {
    try crashEverywhere(change, loss, flushesWholeVolumes: true, swapError: nil)
  }

  @Test("The same where only single files can be flushed")
  func crashWithSingleFlushes() throws {
    try crashEverywhere(Self.changes[1], .bytesAndNames, flushesWholeVolumes: false, swapError: nil)
  }

  @Test("The same where files cannot be swapped")
  func crashWithoutSwap() throws {
    try crashEverywhere(
      Self.changes[1], .bytesAndNames, flushesWholeVolumes: true, swapError: .isNotSupported)
  }

  private func crashEverywhere(
    _ change: Change, _ loss: Loss, flushesWholeVolumes: Bool, swapError: SystemError?
  ) throws {
    let old = try tree(before: change).contents()
    let reference = try tree(before: change)
    try reference.publish(pages: change.pages, assets: change.assets)
    let new = try reference.contents()
    #expect(old != new)
    // The same site once more: assets that were kept are gone.
    try reference.publish(pages: change.pages, assets: change.assets)
    let newer = try reference.contents()

    var outcomes: Set<String> = []
    for call in 0... {
      let tree = try tree(before: change)
      let system = FaultySystem(
        .crash(call: call), graveyard: tree.graveyard,
        flushesWholeVolumes: flushesWholeVolumes, swapError: swapError)
      _ = try? tree.publish(pages: change.pages, assets: change.assets, system: system)
      guard system.hasFaulted else { break }
      if loss != .nothing { try system.losePower(in: tree.root.path, losing: loss.names) }

      let stopped = "stopped at call \(call), \(system.calls.last { $0 != "close(_:)" } ?? "")"
      // The next build puts things right even if it publishes nothing itself.
      try tree.transaction().abandon()
      let recovered = try tree.contents()
      #expect(recovered == old || recovered == new, "\(stopped)")
      #expect(tree.leftovers() == [], "\(stopped)")
      outcomes.insert(recovered == old ? "old" : "new")

      try tree.publish(pages: change.pages, assets: change.assets)
      #expect(try tree.contents() == (recovered == old ? new : newer), "\(stopped)")
    }
    #expect(outcomes == ["old", "new"])
  }

  @Test("A crash while a crash is put right leaves the old site or the new one")
  func crashWhileRecovering() throws {
    let change = Self.changes[1]
    let old = try tree(before: change).contents()
    let reference = try tree(before: change)
    let complete = FaultySystem(graveyard: reference.graveyard)
    try reference.publish(pages: change.pages, assets: change.assets, system: complete)
    let new = try reference.contents()

    for call in stride(from: 0, to: complete.calls.count, by: 7) {
      for second in 0... {
        let tree = try tree(before: change)
        let system = FaultySystem(.crash(call: call), graveyard: tree.graveyard)
        _ = try? tree.publish(pages: change.pages, assets: change.assets, system: system)
        let again = FaultySystem(.crash(call: second), graveyard: tree.graveyard)
        try? tree.transaction(system: again).abandon()
        guard again.hasFaulted else { break }
        try again.losePower(in: tree.root.path, losing: .all)

        try tree.transaction().abandon()
        let recovered = try tree.contents()
        #expect(recovered == old || recovered == new, "stopped at calls \(call) and \(second)")
      }
    }
  }

  @Test("A call that fails leaves the old site and is reported", arguments: changes)
  func failure(change: Change) throws {
    try failEverywhere(change, SystemError(code: ENOSPC), flushesWholeVolumes: true)
  }

  @Test("The same where only single files can be flushed")
  func failureWithSingleFlushes() throws {
    try failEverywhere(Self.changes[1], SystemError(code: EIO), flushesWholeVolumes: false)
  }

  private func failEverywhere(_ change: Change, _ error: SystemError, flushesWholeVolumes: Bool) throws {
    let old = try tree(before: change).contents()
    let reference = try tree(before: change)
    try reference.publish(pages: change.pages, assets: change.assets)
    let new = try reference.contents()

    for call in 0... {
      let tree = try tree(before: change)
      let existed = FileManager.default.fileExists(atPath: tree.output)
      let system = FaultySystem(
        .failure(call: call, error), graveyard: tree.graveyard,
        flushesWholeVolumes: flushesWholeVolumes)
      var report = ""
      do {
        let summary = try tree.publish(pages: change.pages, assets: change.assets, system: system)
        guard system.hasFaulted else { break }
        report = tree.text(summary.warnings)
        #expect(try tree.contents() == new, "call \(call)")
      } catch let failure as PublishingFailure {
        report = tree.text(failure)
        #expect(try tree.contents() == old, "call \(call): \(system.calls[call])")
        #expect(FileManager.default.fileExists(atPath: tree.output) == existed, "call \(call)")
      }
      #expect(report.contains(": \(error) ["), "call \(call): \(system.calls[call])")
      try tree.publish(pages: change.pages, assets: change.assets)
      #expect(tree.leftovers() == [], "call \(call)")
    }
  }

  @Test("Where files cannot be swapped, a failure halfway is said to be one, and the next build finishes")
  func interrupted() throws {
    let change = Self.changes[1]
    let reference = try tree(before: change)
    let complete = FaultySystem(
      graveyard: reference.graveyard, swapError: .isNotSupported)
    try reference.publish(pages: change.pages, assets: change.assets, system: complete)
    let swap = try #require(complete.calls.firstIndex { $0.hasPrefix("swap") })
    let next = try #require(complete.calls[swap...].firstIndex { $0.hasPrefix("makeFolder") })

    let tree = try tree(before: change)
    let system = FaultySystem(
      .failure(call: next, SystemError(code: EIO)), graveyard: tree.graveyard,
      swapError: .isNotSupported)
    let failure = #expect(throws: PublishingFailure.self) {
      try tree.publish(pages: change.pages, assets: change.assets, system: system)
    }
    #expect(
      tree.text(failure) == """
        error: cannot create “public/file”: input/output error [publishing-failed]
        error: publishing stopped halfway, “public” has files of the old site and of the new one \
        [publishing-interrupted]
          help: build again: the next build puts it right

        """)
    var events: [PublishingTransaction.Event] = []
    try tree.transaction { events.append($0) }.abandon()
    #expect(events == [.finishedInterruptedBuild])
    #expect(try tree.contents() == reference.contents())
  }
}
