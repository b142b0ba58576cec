import Foundation
import TestSupport
import Testing

@testable import Preview

/// Each test waits for what must come, for as long as that takes, and never for a time to be over.
@Suite("Watching folders", .serialized, .timeLimit(.minutes(5)))
struct FolderWatcherTests {
  enum Means: CaseIterable {
    case system
    case looking
  }

  /// A folder with `content` and `templates`, which are watched.
  private struct Watched {
    let folder: TemporaryFolder
    var watcher: FolderWatcher

    init(_ means: Means) throws {
      folder = try TemporaryFolder()
      try folder.write(["content/news/a.md": "a", "content/news/b.md": "b", "templates/page.html": "p"])
      let roots = ["content", "templates"].map { [path = folder.path] in "\(path)/\($0)" }
      let passesOver: @Sendable (String) -> Bool = {
        $0.hasSuffix("~") || $0.hasPrefix(".git/") || $0 == ".git"
      }
      watcher =
        means == .system
        ? FolderWatcher(folders: roots, passesOver: passesOver)
        : FolderWatcher(source: FolderPoll(WatchedFolders(roots: roots, passesOver: passesOver)))
    }

    /// All changes until one of a path was told, as paths in the folder; `*` where it is not known what changed.
    mutating func changes(until path: String) -> [String] {
      var found: Set<String> = []
      while true {
        guard let change = watcher.next() else { continue }
        guard let paths = change.paths else { return ["*"] }
        found.formUnion(paths.map { String($0.dropFirst(folder.path.count + 1)) })
        if found.contains(path) { return found.sorted() }
      }
    }

    func url(_ path: String) -> URL { folder.url.appendingPathComponent(path) }
  }

  @Test("A file that is written, and one that is saved by way of another", arguments: Means.allCases)
  func saving(means: Means) async throws {
    try await onThread {
      var watched = try Watched(means)
      try watched.folder.write(["content/news/a.md": "changed"])
      #expect(watched.changes(until: "content/news/a.md") == ["content/news/a.md"])
      try Data("saved".utf8).write(to: watched.url("content/news/b.md"), options: .atomic)
      #expect(watched.changes(until: "content/news/b.md").contains("content/news/b.md"))
      try watched.folder.write(["templates/page.html": "other"])
      #expect(watched.changes(until: "templates/page.html").contains("templates/page.html"))
    }
  }

  @Test("Folders that come with what is in them, and that go", arguments: Means.allCases)
  func folders(means: Means) async throws {
    try await onThread {
      var watched = try Watched(means)
      try watched.folder.write(["elsewhere/x/y.md": "y"])
      try FileManager.default.moveItem(at: watched.url("elsewhere/x"), to: watched.url("content/x"))
      #expect(watched.changes(until: "content/x").contains("content/x"))
      try watched.folder.write(["content/x/y.md": "other"])
      #expect(watched.changes(until: "content/x/y.md").contains("content/x/y.md"))
      try watched.folder.write(["content/x/new/z.md": "z"])
      #expect(watched.changes(until: "content/x/new").contains("content/x/new"))
      try watched.folder.write(["content/x/new/z.md": "zz"])
      #expect(watched.changes(until: "content/x/new/z.md").contains("content/x/new/z.md"))
      try FileManager.default.moveItem(at: watched.url("content/x"), to: watched.url("elsewhere/z"))
      #expect(watched.changes(until: "content/x").contains("content/x"))
      // A folder that went is not watched where it is now.
      try watched.folder.write(["elsewhere/z/y.md": "nobody sees", "content/news/a.md": "seen"])
      #expect(watched.changes(until: "content/news/a.md") == ["content/news/a.md"])
    }
  }

  @Test("A watched folder that goes and comes back", arguments: Means.allCases)
  func roots(means: Means) async throws {
    try await onThread {
      var watched = try Watched(means)
      try FileManager.default.moveItem(at: watched.url("content"), to: watched.url("away"))
      // Whoever is told by the system knows no more than that something happened.
      let told = means == .system ? ["*"] : ["content/news", "content/news/a.md", "content/news/b.md"]
      #expect(watched.changes(until: "content/news") == told)
      try FileManager.default.moveItem(at: watched.url("away"), to: watched.url("content"))
      #expect(watched.changes(until: "content/news") == told)
      try watched.folder.write(["content/news/a.md": "changed"])
      #expect(watched.changes(until: "content/news/a.md") == ["content/news/a.md"])
    }
  }

  @Test("What is passed over is not told", arguments: Means.allCases)
  func passedOver(means: Means) async throws {
    try await onThread {
      var watched = try Watched(means)
      try watched.folder.write([
        "content/.git/index": "x", "content/news/a.md~": "x", "content/news/b.md": "changed",
      ])
      #expect(watched.changes(until: "content/news/b.md") == ["content/news/b.md"])
    }
  }

  @Test("A thousand files at once are one change", arguments: Means.allCases)
  func burst(means: Means) async throws {
    try await onThread {
      var watched = try Watched(means)
      let files = Dictionary(uniqueKeysWithValues: (0..<1000).map { ("content/news/\($0).md", "text \($0)") })
      try watched.folder.write(files)
      var rounds = 0
      var found: Set<String> = []
      while found.count < 1000 {
        guard let change = watched.watcher.next() else { continue }
        rounds += 1
        found.formUnion(change.paths ?? [])
      }
      #expect(rounds == 1)
    }
  }
}
