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

  /// What a template prints on the English and on the German page.
  private func printed(_ template: String) throws -> [String] {
    let fixture = try PagesFixture(templates: ["home.html": template])
    try #require(!fixture.report.contains("error:"), "\(fixture.report)")
    return try ["en", "de"].map { try fixture.text("\($0)/index.html") }
  }

  @Test(
    "Ranges of dates say once what both ends have in common",
    arguments: [
      (
        "'2010-09-30'", "long", "'2010-10-01'", "30 September – 1 October 2010",
        "30. September – 1. Oktober 2010"
      ),
      ("'2010-10-01'", "long", "'2010-10-03'", "1 – 3 October 2010", "1.–3. Oktober 2010"),
      ("'2010-12-31'", "medium", "'2011-01-02'", "31 Dec 2010 – 2 Jan 2011", "31. Dez. 2010 – 2. Jan. 2011"),
      ("'2010-10-01'", "long", "'2010-10-01'", "1 October 2010", "1. Oktober 2010"),
      ("'2010-10-01'", "long", "none", "1 October 2010", "1. Oktober 2010"),
      ("'2010-10-01T09:00'", "long", "'2010-10-01T17:30'", "1 October 2010", "1. Oktober 2010"),
      ("'2010-10-01'", "month", "'2010-12-01'", "October – December 2010", "Oktober–Dezember 2010"),
      ("'2010-10-01'", "year", "'2011-12-01'", "2010 – 2011", "2010–2011"),
      ("'2010'", "long", "none", "2010", "2010"), ("'2010'", "medium", "'2012'", "2010 – 2012", "2010–2012"),
      ("'2010-10-01T09:00'", "time", "'2010-10-01T17:30'", "09:00 – 17:30", "09:00–17:30 Uhr"),
      (
        "'2010-10-01T09:00'", "datetime", "'2010-10-01T17:30'", "1 October 2010, 09:00 – 17:30",
        "1. Oktober 2010, 09:00–17:30 Uhr"
      ),
      ("'2010-10-01'", "datetime", "'2010-10-03'", "1 – 3 October 2010", "1.–3. Oktober 2010"),
    ])
  func ranges(start: String, style: String, end: String, english: String, german: String) throws {
    // CLDR sets some of the spaces thin.
    let texts = try printed("{{ \(start) | date('\(style)', until=\(end)) }}").map {
      $0.replacing("\u{2009}", with: " ")
    }
    #expect(texts == [english, german])
  }

  @Test(
    "A time is written in the language's way, with its zone where that is asked for",
    arguments: [
      ("date('time')", "23:30", "23:30"), ("replace('23:30', '09:05') | date('time')", "09:05", "09:05"),
      ("date('time', zone='Europe/Berlin')", "23:30 CEST", "23:30 MESZ"),
      ("date('time', zone='America/Denver')", "23:30 GMT-6", "23:30 GMT-6"),
      ("date('datetime')", "1 October 2010 at 23:30", "1. Oktober 2010 um 23:30"),
      (
        "date('datetime', zone='Europe/Berlin')", "1 October 2010 at 23:30 CEST",
        "1. Oktober 2010 um 23:30 MESZ"
      ),
      (
        "date('time', until='2010-10-02T01:00', zone='Europe/Berlin')",
        "01/10/2010, 23:30 – 02/10/2010, 01:00 CEST",
        "1.10.2010, 23:30 – 2.10.2010, 01:00 MESZ"
      ),
      (
        "date('datetime', until='2010-10-31T04:00', zone='Europe/Berlin')",
        "1 October 2010 at 23:30 CEST – 31 October 2010 at 04:00 CET",
        "1. Oktober 2010 um 23:30 MESZ – 31. Oktober 2010 um 04:00 MEZ"
      ),
    ])
  func time(filter: String, english: String, german: String) throws {
    let texts = try printed("{{ '2010-10-01T23:30' | \(filter) }}").map {
      $0.replacing("\u{2009}", with: " ")
    }
    #expect(texts == [english, german])
  }

  @Test(
    "Lists are written in words",
    arguments: [
      ("[]", "", ""), ("['A']", "A", "A"), ("['A', 'B']", "A and B", "A und B"),
      ("['A', '<B>', 'C']", "A, &lt;B&gt; and C", "A, &lt;B&gt; und C"),
      ("['A & B', '<i>C</i>' | safe]", "A &amp; B and <i>C</i>", "A &amp; B und <i>C</i>"),
    ])
  func lists(members: String, english: String, german: String) throws {
    #expect(try printed("{{ \(members) | to_sentence }}") == [english, german])
  }

  @Test(
    "What cannot be written is an error with what to do",
    arguments: [
      ("'today' | date('long')", "the filter “date” takes a date, but this is a text"),
      ("'201O' | date('year')", "the filter “date” takes a date, but this is a text"),
      ("'2010-10-01' | date('long', until='later')", "the filter “date” takes a date, but this is a text"),
      ("'2010-10-01' | date('time', zone='Denver')", "“Denver” is no time zone"),
      ("'A' | to_sentence", "“to_sentence” takes a list, but this is a text"),
      ("[1] | to_sentence", "“to_sentence” takes a text, but this is an integer"),
    ])
  func mistakes(expression: String, message: String) throws {
    let fixture = try PagesFixture(templates: ["home.html": "{{ \(expression) }}"])
    #expect(fixture.report.contains("error: \(message) ["))
  }
}
