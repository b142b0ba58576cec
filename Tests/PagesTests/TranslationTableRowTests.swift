import Testing

@Suite("What is published of a translation, whatever the original's language")
struct TranslationTableRowTests {
  @Test("Every output says what the table says, in every row of it", arguments: TranslationTable.rows)
  func row(_ row: TranslationTable) throws {
    let outputs = try row.outputs()
    html(row, outputs)
    schema(row, outputs)
    originalsSwitch(row, outputs)
    list(row, outputs)
    feeds(row, outputs)
    sitemap(row, outputs)
  }

  @Test("A translation that lacks other texts than the article is not said to have it in another language")
  func partialWithBody() throws {
    let languages = "{{ page.state }} {{ page.body_language }}"
    let others = "{% for t in page.translations %} {{ t.state }} {{ t.body_language }}{% endfor %}"
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-x.en.md": "---\ntitle: T\neditor: Team\n---\nBody\n",
        "news/2010-10-01-x.de.md": "---\ntitle: T\n---\nText\n",
      ], templates: ["news.html": languages + others])
    #expect(try fixture.text("de/nachrichten/x/index.html") == "partial de full en")
    #expect(try fixture.text("en/news/x/index.html") == "full en partial de")
  }

  /// The page for the reader, with `dir` where the text runs the other way.
  private func text(_ row: TranslationTable) -> (h1: String, p: String) {
    let direction = (row.reader == "ar") == (row.original == "ar") ? "" : row.original == "ar" ? "rtl" : "ltr"
    let mark = " lang=\"O\"" + (direction.isEmpty ? "" : " dir=\"\(direction)\"")
    switch row.state {
    case .full: return ("<h1>Title</h1>", "<p>Summary</p>")
    case .partial: return ("<h1\(mark)>Original title</h1>", "<p>Summary</p>")
    case .missing: return ("<h1\(mark)>Original title</h1>", "<p\(mark)>Original summary</p>")
    }
  }

  /// Items in the order of the site's languages.
  private func ordered(_ row: TranslationTable, _ items: [String: String]) -> String {
    TranslationTable.languages.compactMap { tag in
      items[tag == row.reader ? "L" : tag == row.original ? "O" : "M"]
    }.map { " " + $0 }.joined()
  }

  /// The page: its language, canonical address, alternates and switch, and the language of each text.
  private func html(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    if row.state == .missing, row.untranslated != .page {
      #expect(outputs.html == nil)
      return
    }
    let direction = row.reader == "ar" ? "rtl" : "ltr"
    let texts = text(row)
    let alternates =
      row.state == .missing
      ? ""
      : ordered(row, ["L": "[L] /L/news/x/", "O": "[O] /O/news/x/"]) + " [x-default] /\(row.others)/news/x/"
    let shown = row.untranslated == .page ? ["M": "[M] missing body [O]"] : [:]
    #expect(
      outputs.html == """
        html [L] \(direction)
        canonical /\(row.state == .missing ? "O" : "L")/news/x/
        alternates\(alternates)
        switch\(ordered(row, shown.merging(["O": "[O] full body [O]"]) { $1 }))
        \(texts.h1)\(texts.p)
        """)
  }

  /// JSON-LD: an article in L, or a page in L about the article in O.
  private func schema(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    let schema = outputs.schema
    switch row.state {
    case .full:
      #expect(
        schema == #""@type":"NewsArticle" "inLanguage":"L" "@type":"NewsArticle" "inLanguage":"O""#)
    case .partial:
      #expect(schema == #""@type":"WebPage" "inLanguage":"L" "@type":"NewsArticle" "inLanguage":"O""#)
    case .missing:
      #expect(
        schema
          == (row.untranslated == .page
            ? #""@type":"WebPage" "inLanguage":"L" "@type":"NewsArticle" "inLanguage":"O""# : nil))
    }
  }

  /// The original's switch leads to every page that there is, and says what it is.
  private func originalsSwitch(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    var shown: [String: String] = [:]
    switch row.state {
    case .full: shown["L"] = "[L] full body [L]"
    case .partial: shown["L"] = "[L] partial body [O]"
    case .missing: if row.untranslated == .page { shown["L"] = "[L] missing body [O]" }
    }
    if row.untranslated == .page { shown["M"] = "[M] missing body [O]" }
    #expect(outputs.originalsSwitch == "switch" + ordered(row, shown))
  }

  /// The list: with “link” it leads to the original, with “hide” the entry is not there.
  private func list(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    let expected =
      switch (row.state, row.untranslated) {
      case (.full, _): "/L/news/x/ full body [L]"
      case (.partial, _): "/L/news/x/ partial body [O]"
      case (.missing, .page): "/L/news/x/ missing body [O]"
      case (.missing, .link): "/O/news/x/ missing body [O]"
      case (.missing, .hide): ""
      }
    #expect(outputs.list == expected)
  }

  /// Feeds: an id of its own and L, with O on what is in O; or the original's id and O.
  private func feeds(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    let own = "tag:network.example,2010-10-01:news/2010-10-01-x/L"
    let original = "tag:network.example,2010-10-01:news/2010-10-01-x/O"
    switch row.state {
    case .full:
      #expect(outputs.atom == "<entry> <id>\(own)</id> <title>Title</title> <summary> <content type")
      #expect(outputs.json == #""id":"\#(own)" "language":"L""#)
    case .partial:
      #expect(
        outputs.atom
          == #"<entry> <id>\#(own)</id> <title xml:lang="O">Original title</title> <summary> <content xml:lang="O" type"#
      )
      #expect(outputs.json == #""id":"\#(own)" "language":"O""#)
    case .missing where row.untranslated == .hide:
      #expect(outputs.atom == "")
      #expect(outputs.json == "")
    case .missing:
      #expect(
        outputs.atom
          == #"<entry xml:lang="O"> <id>\#(original)</id> <title>Original title</title> <summary> <content type"#
      )
      #expect(outputs.json == #""id":"\#(original)" "language":"O""#)
    }
  }

  /// The sitemap has what is translated, with its alternates, and nothing that is missing.
  private func sitemap(_ row: TranslationTable, _ outputs: TranslationTable.Outputs) {
    let translated = row.state == .missing ? ["O": "O"] : ["L": "L", "O": "O"]
    let alternates =
      ordered(row, translated.mapValues { "hreflang=\"\($0)\" href=\"/\($0)/news/x/\"" })
      + " hreflang=\"x-default\" href=\"/\(row.others)/news/x/\""
    let expected = ordered(row, translated.mapValues { "<loc>/\($0)/news/x/</loc>\(alternates)" })
    #expect(outputs.sitemap == expected.dropFirst())
  }
}
