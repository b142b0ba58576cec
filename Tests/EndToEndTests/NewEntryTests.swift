import Foundation
import TestSupport
import Testing

@Suite("New entries and translations")
struct NewEntryTests {
  private static let day = ["--date", "2010-11-15"]

  @Test("A new news item has a file in each language, laid out with comments in that language")
  func news() async throws {
    let site = try SiteFolder()
    let outcome = try await site.run(["new", "news", "Clusters meet: in Oslo"] + Self.day)
    #expect(outcome.error == "")
    #expect(
      outcome.output == """
        content/news/2010-11-15-clusters-meet-in-oslo.en.md
        content/news/2010-11-15-clusters-meet-in-oslo.de.md
        Write the text, fill in what is empty, and remove “draft: true” from each file that may be published.
        In the preview (oresund serve), it is at:
          /en/news/clusters-meet-in-oslo/
          /de/nachrichten/clusters-meet-in-oslo/

        """)
    let english = try site.folder.text("content/news/2010-11-15-clusters-meet-in-oslo.en.md")
    #expect(
      english.hasPrefix(
        """
        ---
        title: "Clusters meet: in Oslo"
        summary:                        # One or two sentences for lists, search results and feeds
        draft: true                     # remove this line when it may be published
        # topics: []                    # Keys of topics.yml (networks, environment)

        """), "\(english)")
    #expect(
      english.contains(
        "\n# event:                        # The event it reports on or announces (the file’s name, of the kind event)\n---\n\n"
      ))
    #expect(
      try site.folder.text("content/news/2010-11-15-clusters-meet-in-oslo.de.md") == """
        ---
        # Was hier leer bleibt, kommt aus 2010-11-15-clusters-meet-in-oslo.en.md.
        title:                          # Clusters meet: in Oslo
        summary:                        # Ein oder zwei Sätze für Listen, Suchergebnisse und Feeds
        # slug:                         # das Ende der Adresse in dieser Sprache
        draft: true                     # löschen, wenn es veröffentlicht werden darf
        # links:                        # Weitere Informationen
        #   - title:                    # notwendig
        #     url:                      # https://…, oder ein Pfad wie ../clusters/name.md, notwendig
        # editor:                       # Wer für den Text verantwortlich ist
        ---


        """)
  }

  @Test(
    "What is begun can be built at once, of every kind, and is no part of the site while it is a draft",
    arguments: ["news", "event", "agreement", "page"])
  func build(kind: String) async throws {
    let site = try SiteFolder()
    let before = try await site.build()
    #expect(before.status == 0)
    let published = try site.published()
    #expect(
      try await site.run(["new", kind, "Über die Förderung", "--language", "de"] + Self.day).status == 0)
    let after = try await site.build()
    #expect(after.error == before.error && after.status == 0)
    #expect(try site.published() == published)
    let drafts = try await site.build("--drafts")
    #expect(drafts.error == before.error && drafts.status == 0)
    let pages = try site.published().filter { $0.key.contains("ueber-die-foerderung/index.html") }
    #expect(pages.count == 2)
    #expect(pages.values.allSatisfy { $0.contains("Über die Förderung") })
  }

  @Test("What a kind requires and nobody has filled in yet is told at its line")
  func required() async throws {
    let site = try SiteFolder()
    #expect(try await site.run(["new", "cluster", "Förde", "--only", "en"]).status == 0)
    let outcome = try await site.build("--drafts", "--quiet")
    #expect(outcome.status == 1)
    #expect(
      outcome.error == """
        content/clusters/foerde.en.md:4:1: error: a cluster entry needs “country” [missing-field]
            4 | country:                        # ISO 3166-1 code in small letters (such as dk), required
              | ^^^^^^^
          help: write “country: …” between the two lines of dashes

        """)
  }

  @Test("Every commented line is right once its sign is taken away and a value filled in")
  func comments() async throws {
    let site = try SiteFolder()
    #expect(
      try await site.run(["new", "event", "Third meeting", "--only", "en", "--folder"] + Self.day).status == 0
    )
    let path = "content/events/2010-11-15-third-meeting/index.en.md"
    let values = [
      "topics": "[networks]", "countries": "[dk]", "src": "picture.svg", "alt": "A harbour",
      "caption": "Harbour",
      "credit": "Nobody", "licence": "CC0", "url": "https://harbour.example/", "ends": "2010-11-16",
      "time_zone": "Europe/Oslo", "status": "planned", "place": "Oslo", "country": "no", "lat": "59.9",
      "lon": "10.7", "held_with": "A fair", "form": "meeting", "registration": "https://harbour.example/r",
      "host": "oslo", "participants": "[oslo]", "title": "More",
    ]
    let lines = try site.folder.text(path).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      guard line.hasPrefix("# ") else { return String(line) }
      var line = String(line.dropFirst(2).prefix { $0 != "#" })
      line.replace("{ lat: , lon: }", with: "{ lat: 59.9, lon: 10.7 }")
      guard !line.contains("{"), !line.hasPrefix("image"), !line.hasPrefix("links"),
        let name = line.firstMatch(of: /([a-z_]+):/)?.1, let value = values[String(name)]
      else { return line }
      return line.replacing(/:.*/, with: ": \(value)")
    }
    try site.folder.write([
      path: lines.joined(separator: "\n").replacing("starts: 2010-11-15 ", with: "starts: 2010-11-15 "),
      "content/events/2010-11-15-third-meeting/picture.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
    ])
    let outcome = try await site.build("--drafts", "--quiet")
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test("A translation has the original's texts as comments, and remembers which state it follows")
  func translation() async throws {
    let site = try SiteFolder()
    try site.folder.write([
      "content/news/2010-11-01-fair/index.en.md": """
      ---
      title: A fair
      # Not to be translated:
      topics: [networks]
      summary: >
        Two lines
        of text.
      image:
        src: stand.svg
        alt: A stand
      links:
        - title: More
          url: https://fair.example/
      ---

      # Words

      Some *words*.

      """,
      "content/news/2010-11-01-fair/stand.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
    ])
    let outcome = try await site.run(["new", "translation", "content/news/2010-11-01-fair/index.en.md"])
    #expect(
      outcome.output == """
        content/news/2010-11-01-fair/index.de.md
        Translate what stands in the comments, and remove “draft: true” when it may be published.
        When the original changes later, “oresund translations” says so.

        """)
    let text = try site.folder.text("content/news/2010-11-01-fair/index.de.md")
    let stamp = try #require(text.firstMatch(of: /translated_from: ([0-9a-f]{16})/)).1
    #expect(
      text == """
        ---
        # Eine Übersetzung von index.en.md, dessen Texte hier als Kommentare stehen.
        # Was leer bleibt, kommt von dort; Tage, Themen und Ähnliches gelten für alle Sprachen.
        # title: A fair
        title:
        # summary: >
        #   Two lines
        #   of text.
        summary:
        # image:
        #   src: stand.svg
        #   alt: A stand
        image:
          alt:
        # links:
        #   - title: More
        #     url: https://fair.example/
        links:
        # slug:                         # das Ende der Adresse in dieser Sprache
        draft: true                     # löschen, wenn es veröffentlicht werden darf
        translated_from: \(stamp) # der Stand des Originals, damit Änderungen auffallen
        #
        # Der Text des Originals, der unter den Strichen neu zu schreiben ist:
        #
        # # Words
        #
        # Some *words*.
        ---


        """)
    let drafts = try await site.build("--drafts", "--quiet")
    #expect(drafts.status == 0 && !drafts.error.contains("index.de.md"), "\(drafts.error)")
    let state = try await site.run(["translations", "--language", "de", "--today", SiteFolder.today])
    #expect(
      state.output.contains("  draft     content/news/2010-11-01-fair/index.de.md: without title"),
      "\(state.output)")
  }

  @Test("A translation into the site’s own language follows an original that says that it is one")
  func translationIntoDefaultLanguage() async throws {
    let site = try SiteFolder()
    let path = "content/news/2010-11-15-probe"
    #expect(
      try await site.run(["new", "news", "Probe", "--language", "de", "--only", "de"] + Self.day).status == 0)
    let begun = try await site.run(["new", "translation", "\(path).de.md"])
    #expect(begun == .init(status: 0, output: Self.begun("\(path).en.md"), error: ""))
    #expect(try await site.build("--drafts", "--quiet").error == "")

    // An original that was written by hand may not say so.
    try site.folder.write(["content/news/2010-11-16-von-hand.de.md": "---\ntitle: Von Hand\n---\n"])
    let told = try await site.run(["new", "translation", "content/news/2010-11-16-von-hand.de.md"])
    #expect(
      told.output == Self.begun("content/news/2010-11-16-von-hand.en.md") + """
        Write “original: true” into content/news/2010-11-16-von-hand.de.md: otherwise the new file counts as the original.

        """)
  }

  private static func begun(_ translation: String) -> String {
    """
    \(translation)
    Translate what stands in the comments, and remove “draft: true” when it may be published.
    When the original changes later, “oresund translations” says so.

    """
  }

  @Test(
    "What cannot be begun is told, and no file is made or touched",
    arguments: [
      (
        ["new", "news", "First", "--date", "2010-12-01"], 1,
        """
        error: “content/news/2010-10-02-first.de.md” is called “first”, too, so that both would have the same address [name-taken]
          help: choose another name with --name

        """
      ),
      (
        ["new", "news", "!!!"], 1,
        """
        error: no file can be called by the title “!!!”, which has neither letters nor digits [invalid-name]
          help: say with --name what it is to be called: letters, digits and hyphens

        """
      ),
      (
        ["new", "news", "X", "--name", "../x"], 1,
        """
        error: no file can be called “../x” [invalid-name]
          help: say with --name what it is to be called: letters, digits and hyphens

        """
      ),
      (
        ["new", "nws", "X"], 64,
        "Error: “nws” is no kind of this site (news, cluster, event, agreement, page). Did you mean “news”?"
      ),
      (["new", "news", "X", "--language", "fr"], 64, "Error: “fr” is no language of this site (en, de)."),
      (
        ["new", "news", "X", "--date", "2010-13-01"], 64,
        "Error: “2010-13-01” is no day. Write it like 2010-10-01."
      ),
      (
        ["new", "translation", "content/news/2010-10-02-first.en.md"], 1,
        """
        content/news/2010-10-02-first.en.md:1:1: error: this entry has a file in every language of the site [which-language]
            1 | ---
              | ^
          help: “oresund translations” says what is out of date

        """
      ),
      (
        ["new", "translation", "content/news/2010-10-02-first.en.md", "--language", "de"], 1,
        """
        content/news/2010-10-02-first.en.md:1:1: error: this entry is in “de” already: “content/news/2010-10-02-first.de.md” [file-exists]
            1 | ---
              | ^
          help: write there, or name another language with --language

        """
      ),
      (
        ["new", "translation", "content/news/nobody.en.md"], 1,
        "error: there is no file “content/news/nobody.en.md” [no-such-file]\n"
      ),
    ])
  func mistakes(arguments: [String], status: Int32, error: String) async throws {
    let site = try SiteFolder()
    let before = try site.folder.states(in: "content")
    let outcome = try await site.run(arguments)
    #expect(outcome.status == status && outcome.output == "")
    if status == 64 {
      #expect(outcome.error.split(separator: "\n").first.map(String.init) == error)
    } else {
      #expect(outcome.error == error)
    }
    #expect(try site.folder.states(in: "content") == before)
  }

  @Test("Where one of the files cannot be written, none is made")
  func halfWritten() async throws {
    let site = try SiteFolder()
    // A folder of that name is no entry, so that only the file system stands against it.
    try site.folder.write(["content/pages/moved.de.md/.keep": ""])
    let outcome = try await site.run(["new", "page", "Moved"])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      !FileManager.default.fileExists(
        atPath: site.folder.url.appending(path: "content/pages/moved.en.md").path))
  }

  @Test("A shell completes kinds, languages and entries from the content")
  func completions() async throws {
    let site = try SiteFolder()
    let script = try await site.run(["--generate-completion-script", "bash"]).output
    try site.folder.write([
      "try.sh": script + """

        PATH="\(Oresund.executable.deletingLastPathComponent().path):$PATH"
        complete_words() {
          COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMPREPLY=()
          COMP_POINT=${#COMP_LINE}
          _oresund oresund "${@: -1}" "${@: -2:1}"
          echo "${COMPREPLY[*]}"
        }
        complete_words oresund new t
        complete_words oresund new n
        complete_words oresund new news Title --language d
        complete_words oresund new translation content/news/2010-10-03
        complete_words oresund sch
        """
    ])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["try.sh"]
    process.currentDirectoryURL = site.folder.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        translation
        news
        de
        content/news/2010-10-03-plain.en.md
        schema

        """)
  }
}
