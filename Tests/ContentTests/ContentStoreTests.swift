import CommonMark
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Reading only what has changed")
struct ContentStoreTests {
  /// A content folder, and what is kept of it.
  private struct Kept {
    let folder: TemporaryFolder
    var store: ContentStore
    var content: LoadedContent

    init(_ files: [String: String]) throws {
      folder = try TemporaryFolder()
      try folder.write(["site.yml": LoadedSite.site, "topics.yml": "water: Water\n"])
      try folder.write(files)
      store = ContentStore(folder: folder.path, includesDrafts: true)
      content = LoadedContent(tree: nil, diagnostics: [])
      guard case .content(let content) = store.update() else { throw NothingRead() }
      self.content = content
    }

    /// Writes files, or removes those without a text, and reads what changed.
    ///
    /// - Returns: Which files were parsed, `nil` where nothing had to be read, and the kind of update.
    mutating func change(
      _ files: [String: String?], told: [String]? = nil, pinned: Set<String> = []
    ) throws -> (update: String, parsed: [String]) {
      for (path, text) in files {
        if let text {
          try folder.write([path: text])
        } else {
          try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
        }
      }
      return update(told: told ?? Array(files.keys), pinned: pinned)
    }

    mutating func update(told: [String]?, pinned: Set<String> = []) -> (update: String, parsed: [String]) {
      var parsed: [String] = []
      let root = folder.path
      let update = store.update(
        told.map { Set($0.map { "\(root)/\($0)" }) }, pinned: Set(pinned.map { "\(root)/\($0)" })
      ) { files, parse in
        parsed += files.map { String($0.file.path.dropFirst(root.count + 1)) }
        return files.map(parse)
      }
      switch update {
      case .nothing: return ("nothing", parsed)
      case .texts(let files, let diagnostics):
        content = LoadedContent(tree: content.tree, diagnostics: diagnostics)
        return ("texts in \(files.count)", parsed)
      case .content(let content):
        self.content = content
        return ("content", parsed)
      }
    }

    func entry(_ identifier: String) -> Entry? {
      content.tree?.entries.first { $0.identifier == identifier }
    }

    /// All entries as a fresh reading gives them, and as they are kept.
    var comparison: (fresh: [String], kept: [String]) {
      let fresh = ContentLoader.load(folder: folder.path, includesDrafts: true)
      return (Self.text(of: fresh), Self.text(of: content))
    }

    private static func text(of content: LoadedContent) -> [String] {
      let entries = (content.tree?.entries ?? []).flatMap { entry in
        entry.variants.sorted { $0.key < $1.key }.map { language, variant in
          let fields = variant.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value)" }
          let body = variant.body.map { String(decoding: $0.defaultHTML, as: UTF8.self) } ?? ""
          return "\(entry.identifier) \(language) \(variant.digest) \(fields) \(body)"
        }
      }
      return entries + DiagnosticReport(content.diagnostics).diagnostics.map { "\($0)" }
    }
  }

  private struct NothingRead: Error {}

  private static let files = [
    "news/2010-10-01-a.en.md": "---\ntitle: A\nsummary: First\n---\nOne [b](2010-10-02-b.en.md).\n",
    "news/2010-10-01-a.de.md": "---\ntitle: A\n---\nEins.\n",
    "news/2010-10-02-b.en.md": "---\ntitle: B\n---\n## Heading\n",
  ]

  @Test("Words that change are taken by the variants that are there, and nothing else is parsed")
  func words() throws {
    var kept = try Kept(Self.files)
    let entry = try #require(kept.entry("news/2010-10-01-a"))
    let change = try kept.change([
      "news/2010-10-01-a.en.md":
        "---\ntitle: A\nsummary: Second\n---\nTwo, **and** [more](2010-10-02-b.en.md).\n"
    ])
    #expect(change == ("texts in 1", ["news/2010-10-01-a.en.md"]))
    #expect(entry.variants["en"]?.fields["summary"]?.value.text == "Second")
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test(
    "What others may depend on is assembled anew, though only the file itself is parsed",
    arguments: [
      "---\ntitle: Another\nsummary: First\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsummary: \"\"\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsummary: First\ntopics: [water]\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsummary: First\n---\nOne [b](2010-10-02-b.en.md#heading).\n",
      "---\ntitle: A\nsummary: First\n---\n## A heading\n\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsummary: First\n---\n",
      "---\ntitle: A\nsummary: First\ndraft: true\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsummary: First\nupdated: 2010-10-03\n---\nOne [b](2010-10-02-b.en.md).\n",
      "---\ntitle: A\nsumary: First\n---\nOne [b](2010-10-02-b.en.md).\n",
    ])
  func structure(text: String) throws {
    var kept = try Kept(Self.files)
    let change = try kept.change(["news/2010-10-01-a.en.md": text])
    #expect(change == ("content", ["news/2010-10-01-a.en.md"]))
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("A file whose lines were told of is assembled anew, since they may be others now")
  func pinned() throws {
    var kept = try Kept(Self.files)
    let file = "news/2010-10-02-b.en.md"
    #expect(try kept.change([file: "---\ntitle: B\n---\n## Heading\n\nText\n"]).update == "texts in 1")
    let change = try kept.change([file: "---\ntitle: B\n---\n\n## Heading\n\nText\n"], pinned: [file])
    #expect(change.update == "content")
  }

  @Test("Files that come, go, or are renamed, alone and with their folders")
  func comingAndGoing() throws {
    var kept = try Kept(Self.files)
    let news = "news/2010-10-03-c.en.md"
    #expect(try kept.change([news: "---\ntitle: C\n---\n"]) == ("content", [news]))
    #expect(try kept.change([news: nil]) == ("content", []))
    #expect(try kept.change(["news/2010-10-01-a.de.md": nil]) == ("content", []))
    let folder = ["news/d/index.en.md": "---\ntitle: D\ndate: 2010-10-04\n---\n", "news/d/a.txt": "text"]
    let change = try kept.change(folder, told: ["news/d"])
    #expect(change.update == "content")
    #expect(kept.comparison.fresh == kept.comparison.kept)
    #expect(try kept.change(["news/d": nil], told: ["news/d"]) == ("content", []))
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("A folder that another took the place of is read, though its files have the same names")
  func replacedFolder() throws {
    var kept = try Kept(Self.files)
    for (path, text) in Self.files {
      try kept.folder.write([path: text.replacingOccurrences(of: "title: ", with: "title: New ")])
    }
    let change = kept.update(told: ["news"])
    #expect(change == ("content", Self.files.keys.sorted()))
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("Editors’ own files, and what came and went again, are nothing")
  func passedOver() throws {
    var kept = try Kept(Self.files)
    try kept.folder.write(["news/.a.en.md.swp": "x", "news/a.en.md~": "x", ".git/index": "x"])
    let told = ["news/.a.en.md.swp", "news/a.en.md~", ".git/index", "news/4913", "elsewhere/x"]
    #expect(kept.update(told: told) == ("nothing", []))
  }

  @Test("Without word of what changed, only files that look different are parsed")
  func unknown() throws {
    var kept = try Kept(Self.files)
    #expect(kept.update(told: nil) == ("content", []))
    let file = "news/2010-10-02-b.en.md"
    let change = try kept.change([file: "---\ntitle: B, and longer\n---\n"], told: [])
    #expect(change == ("nothing", []))
    #expect(kept.update(told: nil) == ("content", [file]))
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("With other languages, topics or Markdown, all is parsed anew")
  func context() throws {
    var kept = try Kept(Self.files)
    #expect(try kept.change(["topics.yml": "water: Water\nair: Air\n"]).parsed == Self.files.keys.sorted())
    let site = LoadedSite.site + "markdown: { typography: false }\n"
    #expect(try kept.change(["site.yml": site]).parsed == Self.files.keys.sorted())
    #expect(try kept.change(["site.yml": site + "page_size: 5\n"]).parsed == [])
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("A file that is a link is looked at whatever is told")
  func links() throws {
    var kept = try Kept(Self.files)
    let link = kept.folder.url.appendingPathComponent("news/2010-10-05-link.en.md")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: "2010-10-02-b.en.md")
    #expect(kept.update(told: ["news/2010-10-05-link.en.md"]).update == "content")
    let file = "news/2010-10-02-b.en.md"
    let change = try kept.change([file: "---\ntitle: B, and longer\n---\n"])
    #expect(change == ("content", [file, "news/2010-10-05-link.en.md"]))
    #expect(kept.comparison.fresh == kept.comparison.kept)
  }

  @Test("A content folder that is not there yet is read when it is")
  func late() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/content"
    var store = ContentStore(folder: path, includesDrafts: true)
    guard case .content(let missing) = store.update() else { throw NothingRead() }
    #expect(missing.tree == nil)
    try folder.write(["content/site.yml": LoadedSite.site])
    guard case .content(let found) = store.update([path]) else { throw NothingRead() }
    #expect(found.tree != nil)
  }
}
