import Testing

@Suite("Strings and labels that are missing, or that nobody needs")
struct StringsCheckTests {
  /// Further languages, and silence about the fixture's own name.
  private static let french = "  fr: { label: Français, locale: fr-FR }\nseverity: { missing-label: off }\n"

  private func report(
    _ content: [String: String] = [:], templates: [String: String], more: String = ""
  ) throws -> String {
    try PagesFixture(content, templates: templates, more: more).report
  }

  @Test("A string of the site's own that a language lacks is told with what it says elsewhere")
  func missing() throws {
    #expect(
      try report(templates: ["home.html": "{{ t('hello') }}", "strings/en.yml": "hello: Good morning\n"])
        == """
        templates/strings/de.yml:1:1: warning: the string “hello” has no text in “de”, so readers get “en” there [missing-string]
          help: write “hello: …” in templates/strings/de.yml; in “en” it is “Good morning”

        """)
  }

  @Test("Of a language without strings, the first ones are named")
  func language() throws {
    let report = try report(templates: ["home.html": "{{ t('latest_news') }}"], more: Self.french)
    #expect(
      report.hasPrefix(
        """
        templates/strings/fr.yml:1:1: warning: 20 strings have no text in “fr”: agreements, clusters, countries, events, \
        footnote_back, home, latest_news, moved …, so readers get “en” there [missing-string]

        """))
    #expect(
      report.hasSuffix(
        "help: write them in templates/strings/fr.yml, as “agreements: …”, which is “Agreements” in “en”\n"))
  }

  @Test("What a region does not say, its language says")
  func region() throws {
    let more = "  de-AT: { label: Österreich, locale: de-AT }\n"
    #expect(try report(templates: ["home.html": "{{ t('latest_news') }}"], more: more) == "")
  }

  @Test("A key that no template uses is told, with what was probably meant")
  func unused() throws {
    let strings = "helo: Good morning\nhome: Start\nstatus_new: New\nold_thing: Old\nbye: Bye\n"
    let german = "hello: Guten Morgen\n"
    #expect(
      try report(templates: [
        "home.html":
          "{% if false %}{{ t('hello' if page.kind else 'bye') }}{{ t('status_' ~ page.kind) }}{% endif %}",
        "strings/en.yml": strings, "strings/de.yml": german + "status_new: Neu\nbye: Tschüs\n",
      ]) == """
        templates/strings/en.yml:1:1: warning: no template uses the string “helo” [unused-string]
            1 | helo: Good morning
              | ^^^^
          help: did you mean “hello”?
        templates/strings/en.yml:4:1: warning: no template uses the string “old_thing” [unused-string]
            4 | old_thing: Old
              | ^^^^^^^^^
          help: remove it

        """)
  }

  @Test("A file for a language that the site does not have is told")
  func otherLanguage() throws {
    #expect(
      try report(templates: ["strings/ed.yml": "home: Start\n"]) == """
        templates/strings/ed.yml:1:1: warning: “ed” is no language of this site (en, de), and none falls back to it [undeclared-language]
            1 | home: Start
              | ^
          help: did you mean “de”?

        """)
  }

  @Test("A plural form that a language needs is missing: an error, where nothing can stand for it")
  func pluralForms() throws {
    let polish = "  pl: { label: Polski }\nseverity: { missing-label: off, missing-string: off }\n"
    let report = try report(
      templates: [
        "strings/pl.yml": "entry_count: { one: '{count} wpis', other: '{count} wpisu' }\n",
        "strings/de.yml": "entry_count: { one: '{count} Eintrag' }\n",
      ], more: polish)
    #expect(
      report.contains(
        """
        templates/strings/de.yml:1:1: error: “entry_count” has no form “other”, which “de” needs for numbers such as 0, 2, 3 [missing-plural-form]
            1 | entry_count: { one: '{count} Eintrag' }
              | ^^^^^^^^^^^
          help: write “other: …”
        templates/strings/pl.yml:1:1: warning: “entry_count” has no form “few”, “many”, which “pl” needs for numbers such as 2, 3, 4 [missing-plural-form]
            1 | entry_count: { one: '{count} wpis', other: '{count} wpisu' }
              | ^^^^^^^^^^^
          help: write “few: …”, “many: …”; until then readers get that of “other”
        """))
  }

  @Test("A label that a vocabulary lacks in a language is told with what it says in another")
  func labels() throws {
    let report = try report(
      [
        "topics.yml": "energy: { en: Energy }\nwind: { de: Wind, description: { en: Moving air } }\n",
        "organisations.yml": "city: { name: { de: Stadt } }\nport: { name: Port of Example }\n",
      ], templates: [:])
    #expect(
      report == """
        organisations.yml:1:21: warning: “Stadt” has no text in “en”, so readers get that in “de” [missing-label]
          help: write “en: …” beside it
        topics.yml:1:15: warning: “Energy” has no text in “de”, so readers get that in “en” [missing-label]
          help: write “de: …” beside it
        topics.yml:2:13: warning: “Wind” has no text in “en”, so readers get that in “de” [missing-label]
          help: write “en: …” beside it
        topics.yml:2:38: warning: “Moving air” has no text in “de”, so readers get that in “en” [missing-label]
          help: write “de: …” beside it

        """)
  }
}
