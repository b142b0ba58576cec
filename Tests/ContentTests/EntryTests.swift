import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Entries and their variants")
struct EntryTests {
  private static func variant(_ fields: String) -> String { "---\n\(fields)\n---\n" }

  @Test("A translated field that a variant lacks comes from the original, with its language")
  func fallback() throws {
    let site = try LoadedSite([
      "news/2010-10-01-x.en.md": Self.variant("title: Meeting\nsummary: They meet.\neditor: Team"),
      "news/2010-10-01-x.de.md": Self.variant("title: Treffen\neditor: \"\"\nslug: treffen"),
    ])
    #expect(site.report == "")
    let entry = try #require(site.entry("news/2010-10-01-x"))
    func value(_ name: String, _ language: String) throws -> EntryValue? {
      entry.value(of: try #require(entry.kind.field(name)), in: language)
    }
    #expect(try value("title", "de")?.value.value.text == "Treffen")
    #expect(try value("title", "de")?.language == "de")
    #expect(try value("summary", "de")?.value.value.text == "They meet.")
    #expect(try value("summary", "de")?.language == "en")
    // An empty string means none on purpose.
    guard case .empty = try #require(try value("editor", "de")).value.value else {
      Issue.record("the editor should be none on purpose")
      return
    }
    #expect(try value("slug", "de")?.value.value.text == "treffen")
    #expect(try value("slug", "en") == nil)
    #expect(try value("date", "de")?.value.value.date == CalendarDate("2010-10-01"))
    let original = entry.value(
      of: try #require(entry.kind.field("title")), in: "de", available: { $0 != "de" })
    #expect(original?.value.value.text == "Meeting")
    #expect(original?.language == "en")
  }

  @Test("A record is put together from its shared and its translated parts")
  func records() throws {
    let site = try LoadedSite([
      "pages/x.en.md": Self.variant("title: A\nimage: { src: a.jpg, alt: A bridge, caption: The bridge }"),
      "pages/x.de.md": Self.variant("title: B\nimage: { alt: Eine Brücke, credit: Someone }"),
      "pages/y.en.md": Self.variant("title: A\nimage: { alt: A bridge }"),
      "pages/y.de.md": Self.variant("title: B\nimage: { src: a.jpg }"),
    ])
    #expect(site.report == "")
    let entry = try #require(site.entry("pages/x"))
    let image = try #require(entry.kind.field("image"))
    let german = try #require(entry.value(of: image, in: "de"))
    let parts = try #require(german.value.value.record)
    #expect(
      parts.mapValues(\.value.text) == [
        "src": "a.jpg", "alt": "Eine Brücke", "caption": "The bridge", "credit": "Someone",
      ])
    #expect(german.language(ofPart: "alt") == "de")
    #expect(german.language(ofPart: "caption") == "en")
    let english = try #require(entry.value(of: image, in: "en")?.value.value.record)
    #expect(english["credit"]?.value.text == "Someone")
    let other = try #require(site.entry("pages/y"))
    #expect(other.value(of: image, in: "en")?.value.value.record?["src"]?.value.text == "a.jpg")
  }

  @Test("The original is the marked variant, else the default language's, else the only one")
  func originals() throws {
    let site = try LoadedSite([
      "pages/a.en.md": Self.variant("title: A"), "pages/a.de.md": Self.variant("title: A\noriginal: true"),
      "pages/b.md": Self.variant("title: B"), "pages/b.de.md": Self.variant("title: B"),
      "pages/c.de.md": Self.variant("title: C"),
    ])
    #expect(site.report == "")
    #expect(site.entries.map(\.originalLanguage) == ["de", "en", "de"])
  }

  @Test("What a draft says of shared fields counts only with drafts", arguments: [false, true])
  func drafts(includesDrafts: Bool) throws {
    let site = try LoadedSite(
      [
        "pages/x.en.md": Self.variant("title: A"),
        "pages/x.de.md": Self.variant("title: B\ndraft: yes\nexpires: 2011-01-01"),
      ], includesDrafts: includesDrafts)
    #expect(site.report == "")
    let entry = try #require(site.entry("pages/x"))
    #expect(entry.variants.keys.sorted() == ["de", "en"])
    #expect((entry.shared["expires"] != nil) == includesDrafts)
  }

  @Test("Values are read by the types of their fields")
  func types() throws {
    let site = try LoadedSite([
      "events/2011-02-01-x.md": Self.variant(
        """
        title: 2011
        starts: 2011-02-01 09:30
        ends: 2011-02-02
        time_zone: America/Denver
        location: { lat: 39.7392, lon: -104.9903 }
        host: { name: Someone, url: https://s.example }
        participants: oslo
        countries: [no, nordic, europe, global, eu]
        params: { a: 1 }
        expires:
        """),
      "site.yml": LoadedSite.site + "groups: { nordic: { en: Nordic, de: Nordisch, members: [dk, no] } }\n",
    ])
    #expect(site.report == "")
    let fields = try #require(site.entry("events/2011-02-01-x")?.shared)
    #expect(fields["starts"]?.value.time == LocalDateTime("2011-02-01T09:30"))
    #expect(fields["ends"]?.value.time == LocalDateTime("2011-02-02"))
    #expect(fields["host"]?.value.record?["name"]?.value.text == "Someone")
    #expect(fields["participants"]?.value.list?.map(\.value.text) == ["oslo"])
    #expect(fields["countries"]?.value.list?.map(\.value.text) == ["no", "nordic", "europe", "global", "eu"])
    #expect(fields["expires"] == nil)
    #expect(fields["countries"]?.value.list?.map(\.place.column) == [13, 17, 25, 33, 41])
    let own = site.entry("events/2011-02-01-x")?.original?.fields
    guard case .data(let params) = own?["params"]?.value,
      case .number(let lon) = fields["location"]?.value.record?["lon"]?.value
    else {
      Issue.record("params and location should be data and numbers")
      return
    }
    #expect(params == .map([.init(key: "a", value: .integer(1))]))
    #expect(lon == -104.9903)
  }

  @Test("An entry that cannot be read is named, and nothing else is said about it")
  func unread() throws {
    let site = try LoadedSite([
      "pages/a.md": "", "pages/b.fr.md": Self.variant("title: B"),
      "news/2010-13-01-c.md": Self.variant("title: C"),
      "clusters/d.md": Self.variant("name: D"), "pages/e.md": Self.variant("title: E"),
    ])
    let unread = try #require(site.content.tree?.unread)
    #expect(
      unread.map { "\($0.section)/\($0.key)" } == ["clusters/d", "news/2010-13-01-c", "pages/a", "pages/b"])
    #expect(site.entries.map(\.identifier) == ["pages/e"])
    #expect(site.content.diagnostics.count == 4)
  }
}
