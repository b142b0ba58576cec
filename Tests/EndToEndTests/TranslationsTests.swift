import Foundation
import TestSupport
import Testing

@Suite("What is translated, what is not, and what has changed since")
struct TranslationsTests {
  private static let german = "content/news/2010-10-02-first.de.md"
  private static let english = "content/news/2010-10-02-first.en.md"

  /// The base site, where the strings of its languages are complete.
  private func site(_ changes: [String: String] = [:]) throws -> SiteFolder {
    let site = try SiteFolder()
    try site.folder.write(changes)
    return site
  }

  @Test("The report names what is missing, partial or out of date, with what is lacking")
  func report() async throws {
    let site = try site([
      "content/clusters/oslo.de.md": "---\nsummary: Kurz.\n---\n",
      "content/pages/about.de.md": "---\ntitle: Über uns\ndraft: true\n---\nText.\n",
    ])
    let outcome = try await site.run(["translations", "--today", SiteFolder.today])
    #expect(
      outcome.output == """
        en: nothing to translate

        de: 1 of 5 translations complete, 1 partial, 1 draft, 2 missing; 2 not marked with --done, so changes go unnoticed
          missing   content/news/2010-10-03-plain.de.md (of content/news/2010-10-03-plain.en.md)
          partial   content/clusters/oslo.de.md: without body
          missing   content/events/2010-10-01-kick-off.de.md (of content/events/2010-10-01-kick-off.en.md)
          draft     content/pages/about.de.md

        """)
    #expect(outcome.status == 0 && outcome.error == "")
  }

  @Test("A stamped translation is out of date when its original's text changes, and only then")
  func outdated() async throws {
    let site = try site()
    let before = try site.folder.text(Self.german)
    let stamped = try await site.run(["translations", "--done", Self.german])
    #expect(
      stamped
        == Oresund.Outcome(
          status: 0, output: "\(Self.german) follows \(Self.english) as it is now\n", error: ""))
    let after = try site.folder.text(Self.german)
    let line = try #require(after.firstMatch(of: /translated_from: [0-9a-f]{16}\n/)).0
    #expect(after == before.replacing("\n---\nMehr", with: "\n\(line)---\nMehr"))

    func states() async throws -> String {
      try await site.run(["translations", "--language", "de", "--all", "--today", SiteFolder.today]).output
    }
    #expect(try await states().contains("  complete  \(Self.german)\n"))
    let english = try site.folder.text(Self.english)
    // Line ends, what is shared, and blank lines at the end are nothing to translate.
    let harmless = english.replacing("topics: [networks]", with: "topics: [environment]") + "\n\n"
    try site.folder.write([Self.english: harmless.replacing("\n", with: "\r\n")])
    #expect(try await states().contains("  complete  \(Self.german)\n"))
    try site.folder.write([Self.english: english.replacing("The first news", with: "The very first news")])
    #expect(try await states().contains("  outdated  \(Self.german) (\(Self.english) has changed)\n"))
    let again = try await site.run(["translations", "--done", Self.german])
    #expect(again.status == 0)
    #expect(try await states().contains("  complete  \(Self.german)\n"))
    #expect(try site.folder.text(Self.german).matches(of: /translated_from/).count == 1)
  }

  @Test("A comment beside the mark stays")
  func comment() async throws {
    let site = try site()
    try site.folder.write([Self.german: "---\ntitle: Erste\ntranslated_from: 'x'  # checked\n---\nText.\n"])
    #expect(try await site.run(["translations", "--done", Self.german]).status == 0)
    #expect(try site.folder.text(Self.german).contains(/\ntranslated_from: [0-9a-f]{16}  # checked\n/))
  }

  @Test("A file that translates no text counts as missing, as on the site")
  func nothingTranslated() async throws {
    let site = try site([Self.german: "---\nslug: erste\n---\n"])
    let outcome = try await site.run(["translations", "--language", "de", "--today", SiteFolder.today])
    #expect(
      outcome.output.contains(
        "  missing   \(Self.german) (of \(Self.english)): without title, summary, body\n"))
  }

  @Test("CRLF and a byte order mark stay as they are")
  func lineEnds() async throws {
    let site = try site()
    let windows = "\u{FEFF}---\r\ntitle: Erste\r\n---\r\nText.\r\n"
    try site.folder.write([Self.german: windows])
    #expect(try await site.run(["translations", "--done", Self.german]).status == 0)
    let text = try site.folder.text(Self.german)
    let line = try #require(text.firstMatch(of: /translated_from: [0-9a-f]{16}\r\n/)).0
    #expect(text == "\u{FEFF}---\r\ntitle: Erste\r\n\(line)---\r\nText.\r\n")
  }

  @Test(
    "What cannot be stamped is told, and stays as it is",
    arguments: [
      (english, "“\(english)” is the original, not a translation [no-translation]"),
      ("content/site.yml", "“content/site.yml” is no entry that could be read [no-translation]"),
      ("content/news/nobody.de.md", "there is no file “content/news/nobody.de.md” [no-such-file]"),
      ("content/clusters/oslo.de.md", "no line can be added to this front matter [cannot-stamp]"),
    ])
  func mistakes(file: String, message: String) async throws {
    let site = try site(["content/clusters/oslo.de.md": "---\n{ summary: Kurz }\n---\n"])
    let before = try site.folder.states(in: "content")
    let outcome = try await site.run(["translations", "--done", file])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.error.contains("error: \(message)\n"), "\(outcome.error)")
    #expect(try site.folder.states(in: "content") == before)
  }

  @Test("Programs get the same as JSON")
  func json() async throws {
    let site = try site()
    let outcome = try await site.run(
      ["translations", "--language", "de", "--format", "json", "--today", SiteFolder.today])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let languages = try #require(document["languages"] as? [[String: Any]])
    #expect(languages.compactMap { $0["language"] as? String } == ["de"])
    let entries = try #require(languages.first?["entries"] as? [[String: Any]])
    #expect(
      entries.compactMap { $0["status"] as? String } == [
        "complete", "missing", "missing", "missing", "missing",
      ])
    let first = try #require(entries.first)
    #expect(first["file"] as? String == Self.german && first["original"] as? String == Self.english)
    #expect(first["stamped"] as? Bool == false && first["untranslated"] as? [String] == [])
  }

  @Test("A language that the site does not have is wrong usage")
  func unknownLanguage() async throws {
    let outcome = try await site().run(["translations", "--language", "fr"])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("“fr” is no language of this site (en, de)."))
  }
}
