import Content
import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import OresundCommands
@testable import Preview

@Suite("The preview's site, made of changes")
struct SitePreviewTests {
  /// The Example Network in a folder of its own, previewed and built.
  private struct Network {
    private static let tests = URL(filePath: #filePath).appending(path: "../..").standardizedFileURL

    let folder: TemporaryFolder
    let settings: BuildSettings
    var preview: SitePreview
    var served: ServedSite?
    /// What the last update said of itself.
    var effect = ""
    var problems: [String] = []

    init() throws {
      folder = try TemporaryFolder()
      let example = Self.tests.appending(path: "EndToEndTests/ExampleNetwork")
      try FileManager.default.copyItem(
        at: example.appending(path: "content"), to: folder.url.appending(path: "content"))
      let templates = folder.url.appending(path: "templates")
      try FileManager.default.copyItem(
        at: Self.tests.appending(path: "../templates").standardizedFileURL, to: templates)
      let own = example.appending(path: "templates")
      for path in FileManager.default.enumerator(atPath: own.path)?.compactMap({ $0 as? String }) ?? [] {
        let file = own.appending(path: path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
        else { continue }
        try folder.write(Array(try Data(contentsOf: file)), to: "templates/\(path)")
      }
      settings = BuildSettings(
        content: "\(folder.path)/content", templates: "\(folder.path)/templates",
        output: "\(folder.path)/public",
        state: "\(folder.path)/.oresund", baseURL: nil, today: CalendarDate("2027-02-10"), showsDrafts: true,
        makesPagesAlone: false,
        jobs: 4,
        isQuiet: true)
      preview = SitePreview(settings)
      take(.unknown)
    }

    mutating func take(_ changes: FolderChanges) {
      let update = preview.update(changes)
      problems = update.problems([]).map { $0.text.replacingOccurrences(of: "\(folder.path)/", with: "") }
      switch update.effect {
      case .nothing: effect = "nothing"
      case .texts: effect = "texts"
      case .failure: effect = "failure"
      case .site(let site, let styles):
        served = site
        effect = styles ? "styles" : "site"
      }
    }

    /// Changes files, of which `nil` removes one, and takes the change in.
    mutating func change(_ files: [String: @Sendable (String) -> String?]) throws {
      for (path, change) in files {
        let before = (try? folder.text(path)) ?? ""
        if let after = change(before) {
          try folder.write([path: after])
        } else {
          try FileManager.default.removeItem(at: folder.url.appending(path: path))
        }
      }
      take(FolderChanges(paths: Set(files.keys.map { "\(folder.path)/\($0)" })))
    }

    /// How the files that are served differ from those that a build makes now.
    func difference() -> [String] {
      var pipeline = Pipeline(settings)
      let workers = Workers(count: 4)
      let built: [Made] = workers.map(pipeline.planned()?.files ?? []) { file in
        Made(path: file.path, bytes: try? file.bytes().get())
      }
      let shown: [Made] = workers.map(served?.files ?? []) { file in
        switch file.content {
        case .made(let make): Made(path: file.path, bytes: try? make().get())
        case .disk(let path):
          Made(path: file.path, bytes: FileManager.default.contents(atPath: path).map { Array($0) })
        }
      }
      let byPath = Dictionary(shown.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      let paths = Set(byPath.keys).symmetricDifference(built.map(\.path))
      let others = built.filter { $0.bytes != byPath[$0.path]?.bytes }
      return paths.sorted().map { "only one has \($0)" } + others.map { "\($0.path) differs" }
    }

    private struct Made: Sendable {
      let path: String
      let bytes: [UInt8]?
    }
  }

  private static let news = "content/news/2027-01-12-wind"

  /// A change to the sources, and what it should come to.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let effect: String
    let files: [String: @Sendable (String) -> String?]

    init(_ description: String, _ effect: String, _ files: [String: @Sendable (String) -> String?]) {
      testDescription = description
      self.effect = effect
      self.files = files
    }
  }

  /// One after the other, on the same preview.
  private static let changes = [
    Change("words of a body", "texts", ["\(news).en.md": { $0 + "\nMore *words*, and “others”.\n" }]),
    Change(
      "words in two files", "texts",
      [
        "\(news).de.md": { $0 + "\nMehr Wörter.\n" },
        "content/pages/about.en.md": { $0 + "\nAbout more.\n" },
      ]),
    Change(
      "a title", "site",
      ["\(news).en.md": { $0.replacing(/\ntitle: .*\n/, with: "\ntitle: Quite another\n") }]),
    Change("a link", "site", ["\(news).de.md": { $0 + "\n[Wärme](2027-02-01-heat.en.md)\n" }]),
    Change("words beside the link", "texts", ["\(news).de.md": { $0 + "\nUnd noch mehr.\n" }]),
    Change("an entry that goes", "site", ["content/news/2026-12-08-from-german.en.md": { _ in nil }]),
    Change(
      "an entry that comes", "site",
      [
        "content/news/2027-02-05-new.en.md": { _ in "---\ntitle: New\nsummary: Brand new.\n---\nText.\n" }
      ]),
    Change(
      "words of the new entry", "texts",
      [
        "content/news/2027-02-05-new.en.md": { $0.replacing("Brand new.", with: "Not that new.") }
      ]),
    Change("a style sheet", "styles", ["templates/assets/site.css": { $0 + "\n.x { color: red }\n" }]),
    Change(
      "a template", "site", ["templates/news.html": { $0.replacing("</article>", with: "<hr></article>") }]),
    Change("a string", "site", ["templates/strings/en.yml": { $0 + "" + "menu: Our menu\n" }]),
    Change("an editor's own file", "nothing", ["content/news/.x.en.md.swp": { _ in "x" }]),
    Change(
      "the site's name", "site", ["content/site.yml": { $0.replacing(/page_size: .*/, with: "page_size: 3") }]
    ),
  ]

  @Test("After every change what is served is what a build would write, byte for byte")
  func changes() throws {
    var network = try Network()
    #expect(network.effect == "site")
    #expect(network.difference() == [])
    for change in Self.changes {
      try network.change(change.files)
      #expect(network.effect == change.effect, "\(change.testDescription): \(network.problems)")
      #expect(network.difference() == [], "\(change.testDescription)")
    }
  }

  @Test(
    "Other words in every text there is, at once, are what a build would write, and leave the site as it was planned"
  )
  func allTexts() throws {
    var network = try Network()
    let root = network.folder.url.appending(path: "content")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    var changes: [String: @Sendable (String) -> String?] = [:]
    for path in paths where path.hasSuffix(".md") {
      changes["content/\(path)"] = { text in
        let (matter, body) = Self.parts(of: text)
        let summarised = matter.replacing(/\n(summary: [\p{L}][^\n]*[\p{L}.])\n/) { "\n\($0.1) More\n" }
        return summarised + (body.isEmpty ? "" : "\(body)\nMore words.\n")
      }
    }
    #expect(changes.count > 50)
    try network.change(changes)
    #expect(network.effect == "texts", "\(network.problems)")
    #expect(network.difference() == [])
  }

  /// A file's front matter with its lines of dashes, and its text; nothing for one that is white space.
  private static func parts(of text: String) -> (matter: String, body: String) {
    guard let end = text.range(of: "\n---\n") else { return (text, "") }
    let body = text[end.upperBound...]
    return (String(text[..<end.upperBound]), body.allSatisfy(\.isWhitespace) ? "" : String(body))
  }

  @Test("While something is wrong the last site stays; mended, the site is what a build would write")
  func mistakes() throws {
    var network = try Network()
    let known = network.problems
    let served = network.served
    try network.change(["\(Self.news).en.md": { $0.replacing("title:", with: "tilte:") }])
    #expect(network.effect == "failure")
    #expect(network.served === served)
    let added = network.problems.filter { !known.contains($0) }
    #expect(
      added.map { $0.prefix { $0 != "\n" } } == [
        "\(Self.news).en.md:2:1: error: unknown key “tilte” in a news entry [unknown-key]"
      ])
    // Words in another file do not mend it.
    try network.change(["\(Self.news).de.md": { $0 + "\nMehr.\n" }])
    #expect(network.effect == "failure")
    try network.change(["\(Self.news).en.md": { $0.replacing("tilte:", with: "title:") }])
    #expect(network.effect == "site")
    #expect(network.problems == known)
    #expect(network.difference() == [])
    try network.change(["templates/news.html": { $0 + "{% if %}" }])
    #expect(network.effect == "failure")
    try network.change(["\(Self.news).de.md": { $0 + "\nNoch mehr.\n" }])
    #expect(network.effect == "failure")
    try network.change(["templates/news.html": { $0.replacing("{% if %}", with: "") }])
    #expect(network.effect == "site")
    #expect(network.difference() == [])
  }

  @Test("Where it is not known what changed, everything is looked at")
  func unknown() throws {
    var network = try Network()
    try network.folder.write(["\(Self.news).en.md": "---\ntitle: Other\n---\nText\n"])
    network.take(.unknown)
    #expect(network.effect == "site")
    #expect(network.difference() == [])
  }

  @Test("The tables have a row for every entry and every translation")
  func tables() throws {
    var network = try Network()
    let update = network.preview.update(.unknown)
    let tables = update.tables()
    #expect(tables.map(\.name) == ["entries", "translations"])
    let entries = try #require(tables.first).rows()
    let wind = try #require(entries.first { $0[0].text == "news/2027-01-12-wind" })
    #expect(
      wind.map(\.text) == [
        "news/2027-01-12-wind", "", "/en/news/wind/", "/de/nachrichten/wind/", "/ar/akhbar/riyah/",
      ])
    #expect(wind[2].link == "/en/news/wind/")
    #expect(entries.contains { $0[1].text == "comes out later" })
    #expect(entries.contains { $0[1].text == "draft" })
    #expect(!tables[1].rows().isEmpty)
  }
}
