import Testing

@testable import Pages

@Suite("Texts in the reader's language")
struct LocalizationTests {
  @Test(
    "Plural forms follow CLDR",
    arguments: [
      ("en", 1, PluralCategory.one), ("en", 0, .other), ("de-AT", 1, .one), ("pl", 1, .one), ("pl", 3, .few),
      ("pl", 5, .many),
      ("pl", 12, .many), ("pl", 22, .few), ("ar", 0, .zero), ("ar", 2, .two), ("ar", 7, .few),
      ("ar", 15, .many), ("ar", 100, .other),
      ("ja", 1, .other), ("xx", 1, .other),
    ])
  func plurals(language: String, count: Int, category: PluralCategory) {
    #expect(PluralRules.category(of: count, language: language) == category)
  }

  @Test("A language knows its categories")
  func categories() {
    #expect(PluralRules.categories(of: "ar") == [.zero, .one, .two, .few, .many, .other])
    #expect(PluralRules.categories(of: "de") == [.one, .other])
    #expect(PluralRules.categories(of: "ja") == [.other])
  }

  @Test("Strings fall back from region to language to the default language")
  func fallback() throws {
    let (austria, _) = StringsFile.read(language: "de-AT", file: "x", bytes: Array("a: AT\n".utf8))
    let (german, _) = StringsFile.read(language: "de", file: "x", bytes: Array("a: DE\nb: DE\n".utf8))
    let (french, _) = StringsFile.read(language: "fr", file: "x", bytes: Array("a: FR\nb: FR\nc: FR\n".utf8))
    let strings = StringsCatalog(site: [austria, german, french], defaultLanguage: "fr").strings(for: "de-AT")
    #expect(["a", "b", "c", "d"].map { strings.text($0)?.text } == ["AT", "DE", "FR", nil])
    #expect(strings.text("c")?.language == "fr")
    #expect(strings.text("home")?.text == "Startseite")
  }

  @Test("Values are put in by name, numbers in the language's way")
  func values() throws {
    let fixture = try PagesFixture(templates: [
      "home.html":
        "{{ t('entries', count=1) }} {{ t('entries', count=1234) }} {{ t('hello', name='A & B') }}",
      "strings/en.yml":
        "entries: { one: '{count} entry', other: '{count} entries' }\nhello: Hello {name} {unknown}\n",
      "strings/de.yml":
        "entries: { one: '{count} Eintrag', other: '{count} Einträge' }\nhello: Hallo {name}\n",
    ])
    #expect(try fixture.text("en/index.html") == "1 entry 1,234 entries Hello A &amp; B {unknown}")
    #expect(try fixture.text("de/index.html") == "1 Eintrag 1.234 Einträge Hallo A &amp; B")
  }

  @Test("A string that no language has is an error with what was meant")
  func unknownString() throws {
    let fixture = try PagesFixture(templates: ["home.html": "{{ t('hoem') }}"])
    #expect(
      fixture.report.hasPrefix(
        """
        templates/home.html:1:4: error: there is no string “hoem” [
        """))
    #expect(fixture.report.contains("help: did you mean “home”?"))
  }

  @Test(
    "Dates are written as CLDR says",
    arguments: [
      ("en", "long", "1 October 2010"), ("de", "long", "1. Oktober 2010"), ("en", "month", "October 2010"),
      ("de", "month", "Oktober 2010"),
      ("en", "full", "Friday, 1 October 2010"), ("de", "medium", "1. Okt. 2010"),
      ("de", "short", "1.10.2010"),
      ("en", "year", "2010"),
    ])
  func dates(language: String, style: String, text: String) throws {
    let fixture = try PagesFixture(templates: ["home.html": "{{ '2010-10-01T23:30' | date('\(style)') }}"])
    let written = try fixture.text("\(language)/index.html")
    #expect(written == text)
  }

  @Test("A time is written in the language's way")
  func time() throws {
    let fixture = try PagesFixture(templates: ["home.html": "{{ '2010-10-01T23:30' | date('time') }}"])
    #expect(try fixture.text("de/index.html") == "23:30")
  }
}
