import Testing

/// The table “for language L, original's language O” of the design, row by row.
@Suite("What a page says of its translation")
struct TranslationTableTests {
  enum State: String, CaseIterable {
    case full
    case partial
    case missing
  }

  /// An entry with its original in one language and a variant in the other, as far as the state asks.
  private func content(_ state: State, original: String = "en") -> [String: String] {
    let other = original == "en" ? "de" : "en"
    var content = [
      "news/2010-10-01-x.\(original).md":
        "---\ntitle: Original title\nsummary: Original summary\n---\nOriginal body\n"
    ]
    switch state {
    case .full: content["news/2010-10-01-x.\(other).md"] = "---\ntitle: Title\nsummary: Summary\n---\nBody\n"
    case .partial: content["news/2010-10-01-x.\(other).md"] = "---\nsummary: Summary\n---\n"
    case .missing: break
    }
    return content
  }

  private func fixture(_ state: State, original: String = "en", more: String = "") throws -> PagesFixture {
    let template = """
      html lang={{ page.language }} state={{ page.state }} fallback={{ page.is_fallback }}
      canonical={{ page.canonical }}
      {% for a in page.alternates %}{{ a.language }}={{ a.permalink }} {% endfor %}
      switch={% for t in page.translations %}{{ t.language }} {{ t.url }} {{ t.state }}{% endfor %}
      <h1{{ page.title | lang_attr }}>{{ page.title }}</h1><p{{ page.summary | lang_attr }}>{{ page.summary }}</p><div{{ page.body | lang_attr }}>{{ page.body }}</div>
      """
    return try PagesFixture(
      content(state, original: original), templates: ["news.html": template], more: more)
  }

  @Test("A full translation is a page of its own")
  func full() throws {
    #expect(
      try fixture(.full).text("de/nachrichten/x/index.html") == """
        html lang=de state=full fallback=False
        canonical=https://network.example/de/nachrichten/x/
        en=https://network.example/en/news/x/ de=https://network.example/de/nachrichten/x/ x-default=https://network.example/en/news/x/ \

        switch=en /en/news/x/ full
        <h1>Title</h1><p>Summary</p><div><p>Body</p>
        </div>
        """)
  }

  @Test("A partial translation is one, too, and marks what is in the original's language")
  func partial() throws {
    #expect(
      try fixture(.partial).text("de/nachrichten/x/index.html") == """
        html lang=de state=partial fallback=False
        canonical=https://network.example/de/nachrichten/x/
        en=https://network.example/en/news/x/ de=https://network.example/de/nachrichten/x/ x-default=https://network.example/en/news/x/ \

        switch=en /en/news/x/ full
        <h1 lang="en">Original title</h1><p>Summary</p><div lang="en"><p>Original body</p>
        </div>
        """)
  }

  @Test("What is missing has a page that points to the original and is nobody's alternate")
  func missing() throws {
    let fixture = try fixture(.missing)
    #expect(
      try fixture.text("de/nachrichten/x/index.html") == """
        html lang=de state=missing fallback=True
        canonical=https://network.example/en/news/x/

        switch=en /en/news/x/ full
        <h1 lang="en">Original title</h1><p lang="en">Original summary</p><div lang="en"><p>Original body</p>
        </div>
        """)
    #expect(
      try fixture.text("en/news/x/index.html").contains(
        "en=https://network.example/en/news/x/ x-default=https://network.example/en/news/x/ \n"))
    #expect(try fixture.text("en/news/x/index.html").contains("switch=de /de/nachrichten/x/ missing"))
  }

  @Test("An original that is not in the default language is what other readers get where that has none")
  func otherOriginal() throws {
    let fixture = try fixture(.missing, original: "de")
    #expect(
      try fixture.text("de/nachrichten/x/index.html").contains(
        "de=https://network.example/de/nachrichten/x/ x-default=https://network.example/de/nachrichten/x/ \n")
    )
    #expect(
      try fixture.text("en/news/x/index.html").contains("canonical=https://network.example/de/nachrichten/x/")
    )
  }

  @Test(
    "The sitemap has full and partial translations with the same alternates, and no missing ones",
    arguments: State.allCases)
  func sitemap(state: State) throws {
    let sitemap = try fixture(state).text("sitemap.xml")
    let german = "<loc>https://network.example/de/nachrichten/x/</loc>\n<lastmod>2010-10-01</lastmod>\n"
    let links = [
      "en\" href=\"https://network.example/en/news/x/",
      "de\" href=\"https://network.example/de/nachrichten/x/",
      "x-default\" href=\"https://network.example/en/news/x/",
    ]
    .map { "<xhtml:link rel=\"alternate\" hreflang=\"\($0)\"/>\n" }.joined()
    #expect(sitemap.contains(german + links) == (state != .missing))
    #expect(sitemap.contains("<loc>https://network.example/en/news/x/</loc>"))
  }

  @Test(
    "An Atom entry has its own id and language where there is a translation, and the original's where not")
  func atom() throws {
    let full = try fixture(.full).text("de/nachrichten/feed.xml")
    #expect(
      full.contains("<id>tag:network.example,2010-10-01:news/2010-10-01-x/de</id>\n<title>Title</title>"))
    let partial = try fixture(.partial).text("de/nachrichten/feed.xml")
    #expect(
      partial.contains(
        """
        <entry>
        <id>tag:network.example,2010-10-01:news/2010-10-01-x/de</id>
        <title xml:lang="en">Original title</title>
        <link rel="alternate" type="text/html" hreflang="de" href="https://network.example/de/nachrichten/x/"/>
        <published>2010-10-01T00:00:00Z</published>
        <updated>2010-10-01T00:00:00Z</updated>
        <summary>Summary</summary>
        <content xml:lang="en" type="html" xml:base="https://network.example/de/nachrichten/x/">&lt;p&gt;Original body&lt;/p&gt;
        </content>
        </entry>
        """))
    let missing = try fixture(.missing).text("de/nachrichten/feed.xml")
    #expect(
      missing.contains(
        """
        <entry xml:lang="en">
        <id>tag:network.example,2010-10-01:news/2010-10-01-x/en</id>
        <title>Original title</title>
        <link rel="alternate" type="text/html" hreflang="en" href="https://network.example/en/news/x/"/>
        """))
  }

  /// The items of a JSON Feed, each as the line that it stands on.
  private func items(_ state: State, original: String = "en") throws -> [Substring] {
    try fixture(state, original: original).text("de/nachrichten/feed.json").split(separator: "\n")
      .filter { $0.hasPrefix("{\"id\"") }
  }

  @Test("An item of a JSON Feed has Atom's id and the language of its text")
  func jsonFeed() throws {
    #expect(
      try items(.full) == [
        #"{"id":"tag:network.example,2010-10-01:news/2010-10-01-x/de","url":"https://network.example/de/nachrichten/x/","title":"Title","language":"de","summary":"Summary","content_html":"\u003cp>Body\u003c/p>\n","date_published":"2010-10-01T00:00:00Z","date_modified":"2010-10-01T00:00:00Z"}]}"#
      ])
    #expect(
      try items(.partial) == [
        #"{"id":"tag:network.example,2010-10-01:news/2010-10-01-x/de","url":"https://network.example/de/nachrichten/x/","title":"Original title","language":"en","summary":"Summary","content_html":"\u003cp>Original body\u003c/p>\n","date_published":"2010-10-01T00:00:00Z","date_modified":"2010-10-01T00:00:00Z"}]}"#
      ])
    #expect(
      try items(.missing) == [
        #"{"id":"tag:network.example,2010-10-01:news/2010-10-01-x/en","url":"https://network.example/en/news/x/","title":"Original title","language":"en","summary":"Original summary","content_html":"\u003cp>Original body\u003c/p>\n","date_published":"2010-10-01T00:00:00Z","date_modified":"2010-10-01T00:00:00Z"}]}"#
      ])
  }

  /// What the page says of itself in JSON-LD, without the way to it.
  private func schema(_ state: State, original: String = "en") throws -> String {
    let fixture = try PagesFixture(
      content(state, original: original), templates: ["news.html": "{{ page.json_ld }}"])
    let text = try fixture.text(original == "en" ? "de/nachrichten/x/index.html" : "en/news/x/index.html")
    let start = try #require(text.firstRange(of: "[")),
      end = try #require(text.firstRange(of: ",{\"@type\":\"BreadcrumbList\""))
    return String(text[start.upperBound..<end.lowerBound]).replacing("https://network.example/", with: "/")
  }

  @Test("JSON-LD has an article in the page's language, or a page in it about the article in its own")
  func jsonLD() throws {
    let publication = """
      "datePublished":"2010-10-01","dateModified":"2010-10-01",\
      "author":{"@type":"Organization","@id":"/#network","name":"Beispielnetzwerk","url":"/"},\
      "publisher":{"@type":"Organization","@id":"/#network","name":"Beispielnetzwerk","url":"/"},\
      "isPartOf":{"@id":"/#website"}
      """
    let original = """
      {"@type":"NewsArticle","@id":"/en/news/x/#article","url":"/en/news/x/","mainEntityOfPage":"/en/news/x/",\
      "headline":"Original title","description":"Original summary","inLanguage":"en",\(publication)}
      """
    func page(_ texts: String) -> String {
      """
      {"@type":"WebPage","@id":"/de/nachrichten/x/","url":"/de/nachrichten/x/",\(texts),"inLanguage":"de",\
      "dateModified":"2010-10-01","isPartOf":{"@id":"/#website"},\
      "breadcrumb":{"@id":"/de/nachrichten/x/#breadcrumb"},"mainEntity":\(original)}
      """
    }
    #expect(
      try schema(.full) == """
        {"@type":"NewsArticle","@id":"/de/nachrichten/x/#article","url":"/de/nachrichten/x/",\
        "mainEntityOfPage":"/de/nachrichten/x/","headline":"Title","description":"Summary","inLanguage":"de",\
        \(publication),"translationOfWork":{"@type":"NewsArticle","@id":"/en/news/x/#article","url":"/en/news/x/","inLanguage":"en"}}
        """)
    #expect(
      try schema(.partial)
        == page(#""name":{"@language":"en","@value":"Original title"},"description":"Summary""#))
    #expect(
      try schema(.missing)
        == page(
          #""name":{"@language":"en","@value":"Original title"},"description":{"@language":"en","@value":"Original summary"}"#
        ))
    #expect(
      try schema(.missing, original: "de").contains(
        #""mainEntity":{"@type":"NewsArticle","@id":"/de/nachrichten/x/#article""#))
  }

  @Test("With “link” the entry is listed and leads to the original; with “hide” it is not there")
  func untranslated() throws {
    let list = "{% for e in page.entries %}{{ e.url }} {{ e.state }} {{ e.original_language }};{% endfor %}"
    let content = ["news/2010-10-01-x.en.md": "---\ntitle: T\n---\nBody\n"]
    for (choice, expected) in [
      ("page", "/de/nachrichten/x/ missing en;"), ("link", "/en/news/x/ missing en;"), ("hide", ""),
    ] {
      let fixture = try PagesFixture(
        content, templates: ["news-list.html": list], more: "untranslated: \(choice)\n")
      #expect(try fixture.text("de/nachrichten/index.html") == expected)
      #expect((fixture.files["de/nachrichten/x/index.html"] != nil) == (choice == "page"))
    }
  }

  @Test("Homes name each other, and “/” for readers of other languages")
  func homes() throws {
    let fixture = try PagesFixture(templates: [
      "home.html": "{% for a in page.alternates %}{{ a.language }}={{ a.url }} {% endfor %}",
      "languages.html": "{% for a in page.alternates %}{{ a.language }}={{ a.url }} {% endfor %}",
    ])
    #expect(try fixture.text("de/index.html") == "en=/en/ de=/de/ x-default=/ ")
    #expect(try fixture.text("index.html") == "en=/en/ de=/de/ x-default=/ ")
  }
}
