import Content
import Testing

@testable import Pages

@Suite("What templates see of an entry")
struct EntryValuesTests {
  private func page(
    _ frontMatter: String, template: String, content: [String: String] = [:],
    path: String = "en/news/x/index.html"
  ) throws -> String {
    let fixture = try PagesFixture(
      ["news/2010-10-01-x.en.md": "---\ntitle: T\n\(frontMatter)---\nBody\n"].merging(content) { $1 },
      templates: ["news.html": template])
    #expect(fixture.report == "")
    return try fixture.text(path)
  }

  @Test("An absent list is empty, anything else absent is none")
  func absent() throws {
    #expect(
      try page(
        "",
        template:
          "{{ page.topics | length }}{{ page.links | length }}{{ page.summary is none }}{{ page.image is none }}{{ page.event is none }}{{ page.updated is none }}{{ page.params | length }}"
      )
        == "00TrueTrueTrueTrue0")
  }

  @Test("Parts of an image have each their own language")
  func image() throws {
    let german = "---\nimage: { alt: Bild }\n---\n"
    #expect(
      try page(
        "image: { src: /a.png, alt: Picture, caption: Caption, credit: Somebody }\n",
        template:
          "{{ page.image.src }} {{ page.image.width }}x{{ page.image.height }} {{ page.image.alt }}{{ page.image.alt | lang_attr }} {{ page.image.caption }}{{ page.image.caption | lang_attr }} {{ page.image.credit }} {{ page.image.licence is none }}",
        content: ["news/2010-10-01-x.de.md": german, "static/a.png": "GIF89a\u{20}\0\u{10}\0"],
        path: "de/nachrichten/x/index.html")
        == "/a.png 32x16 Bild Caption lang=\"en\" Somebody True")
  }

  @Test("References are entries with addresses, terms have titles in the reader's language")
  func references() throws {
    #expect(
      try page(
        "clusters: [a]\ncountries: [se, global]\ntopics: [wind]\norganisations: [city]\nsource: { name: Paper }\n",
        template:
          "{% for c in page.clusters %}{{ c.title }} {{ c.url }} {{ c.country.title }}{% endfor %}|{% for c in page.countries %}{{ c.key }} {{ c.title }} {{ c.url }} {% endfor %}|{% for t in page.topics %}{{ t.title }} {{ t.url }}{% endfor %}|{% for o in page.organisations %}{{ o.name }} {{ o.url }}{% endfor %}|{{ page.source.name }} {{ page.source.url is none }}",
        content: [
          "clusters/a.en.md": "---\nname: Cluster A\ncountry: dk\n---\n",
          "topics.yml": "wind: { en: Wind, de: Windkraft, slug: { de: windkraft } }\n",
          "organisations.yml": "city: { name: City, url: https://city.example }\n",
        ], path: "de/nachrichten/x/index.html")
        == "Cluster A /de/cluster/a/ Dänemark|se Schweden /de/laender/schweden/ global Global /de/laender/global/ |Windkraft /de/themen/windkraft/|City https://city.example|Paper True"
    )
  }

  @Test("The breadcrumb leads through the country that the entry chooses, else its first, else its section")
  func breadcrumbs() throws {
    let template = "{% for c in page.breadcrumbs %}{{ c.title }} {{ c.url }};{% endfor %}"
    let german = "de/nachrichten/x/index.html"
    #expect(
      try page("countries: [dk, se]\nbreadcrumb: se\n", template: template, path: german)
        == "Startseite /de/;Länder /de/laender/;Europa /de/laender/europa/;Schweden /de/laender/schweden/;")
    #expect(
      try page("countries: [dk, se]\n", template: template, path: german).hasSuffix(
        "Dänemark /de/laender/daenemark/;"))
    #expect(try page("", template: template, path: german) == "Startseite /de/;Nachrichten /de/nachrichten/;")
  }

  @Test("A dated entry has the one before and the one after")
  func neighbours() throws {
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-a.en.md": "---\ntitle: A\n---\n", "news/2010-10-02-b.en.md": "---\ntitle: B\n---\n",
        "news/2010-10-03-c.en.md": "---\ntitle: C\n---\n",
      ],
      templates: [
        "news.html":
          "{% if page.previous %}{{ page.previous.title }}{% endif %}-{% if page.next %}{{ page.next.title }}{% endif %}"
      ])
    #expect(try fixture.text("en/news/a/index.html") == "-B")
    #expect(try fixture.text("en/news/b/index.html") == "A-C")
    #expect(try fixture.text("en/news/c/index.html") == "B-")
  }

  @Test("Links in a text lead to addresses of the reader's language; to what is not published, nowhere")
  func links() throws {
    #expect(
      try page(
        "", template: "{{ page.body }}",
        content: [
          "news/2010-10-01-x.de.md":
            "---\ntitle: T\n---\n[A](../clusters/a.en.md#top) [B](../clusters/b.md) [C](https://c.example/?a=1&b=2) [D](/en/)\n\n## Top\n",
          "clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n## Top\n",
          "clusters/a.de.md": "---\nslug: aa\nregion: R\n---\n## Top\n",
          "clusters/b.en.md": "---\nname: B\ncountry: dk\n---\nText\n",
        ], path: "de/nachrichten/x/index.html"
      ).hasPrefix(
        "<p><a href=\"/de/cluster/aa/#top\">A</a> <a href=\"/de/cluster/b/\" hreflang=\"en\">B</a> <a href=\"https://c.example/?a=1&amp;b=2\" class=\"external\" rel=\"noopener\">C</a> <a href=\"/en/\">D</a></p>"
      ))
  }

  @Test(
    "A link whose text is a title in another language says so; what is hidden is text; this site is not external"
  )
  func linkedTitles() throws {
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-x.de.md": """
        ---
        title: T
        ---
        [First meeting](2010-10-01-y.md), [das Treffen](2010-10-01-y.md), [[First meeting](2010-10-01-y.md)]{lang=en}

        [*Draft*](2010-10-01-z.md \"title\") [E](https://network.example/en/) [F](mailto:a@b.example) [G](tel:+4512)

        """,
        "news/2010-10-01-y.en.md": "---\ntitle: First meeting\n---\nText\n",
        "news/2010-10-01-z.md": "---\ntitle: Z\ndraft: true\n---\nText\n",
      ],
      templates: ["news.html": "{{ page.body }}"])
    #expect(
      fixture.report == """
        news/2010-10-01-x.de.md:6:11: warning: this link leads to “2010-10-01-z.md”, which is not published; readers see its text without a link [hidden-link]

        """)
    let address = "<a href=\"/de/nachrichten/y/\" hreflang=\"en\""
    #expect(
      try fixture.text("de/nachrichten/x/index.html") == """
        <p>\(address) lang="en">First meeting</a>, \(address)>das Treffen</a>, \
        <span lang="en">\(address)>First meeting</a></span></p>
        <p><em>Draft</em> <a href="https://network.example/en/">E</a> \
        <a href="mailto:a@b.example">F</a> <a href="tel:+4512">G</a></p>

        """)
  }

  @Test("Images have their size; the body's first is loaded at once, the others when they are near")
  func images() throws {
    let fixture = try PagesFixture(
      [
        "news/2010-10-01-x/index.md": """
        ---
        title: T
        ---
        ![a](a.gif) ![b](/b.svg#c) ![c](https://c.example/c.png)

        """,
        "news/2010-10-01-x/a.gif": "GIF89a\u{20}\0\u{10}\0", "static/b.svg": "<svg viewBox=\"0 0 3 2\"/>",
      ],
      templates: ["news.html": "{{ page.body }}"])
    #expect(fixture.report == "")
    #expect(
      try fixture.text("en/news/x/index.html") == """
        <p><img src="/en/news/x/a.gif" width="32" height="16" decoding="async" alt="a" /> \
        <img src="/b.svg#c" width="3" height="2" loading="lazy" decoding="async" alt="b" /> \
        <img src="https://c.example/c.png" loading="lazy" decoding="async" alt="c" /></p>

        """)
    // A feed's reader decides for itself when to load.
    #expect(
      try fixture.text("en/feed.xml").contains(
        "a.gif&quot; width=&quot;32&quot; height=&quot;16&quot; alt=&quot;a&quot; /&gt;"))
  }

  @Test("An image or a file that is not there is an error at its line, in fields too")
  func missingFiles() throws {
    let fixture = try PagesFixture([
      "news/2010-10-01-x.md": """
      ---
      title: T
      image: { src: a.png }
      links: [{ title: L, url: ../clusters/nobody.md }]
      ---
      ![a](/b.png) ![](c.png)

      """
    ])
    #expect(
      fixture.report == """
        news/2010-10-01-x.md:3:15: error: there is no file “a.png” beside this one [missing-file]
          help: put it into static/ and write “/a.png”, or beside the entry’s index.md
        news/2010-10-01-x.md:4:26: error: this link leads to “../clusters/nobody.md”, but there is no such file in the content [broken-link]
          help: write the way from this file to the other Markdown file
        news/2010-10-01-x.md:6:6: error: there is no file “/b.png” in static/ [missing-file]
          help: put it into static/
        news/2010-10-01-x.md:6:14: warning: the image “c.png” has no alternative text [missing-alternative]
          help: say between the square brackets what the image shows
        news/2010-10-01-x.md:6:18: error: there is no file “c.png” beside this one [missing-file]
          help: put it into static/ and write “/c.png”, or beside the entry’s index.md

        """)
    let raw = try PagesFixture(
      ["news/2010-10-01-x.md": "---\ntitle: T\n---\n![a](b.png)\n"],
      templates: ["news.html": "{{ page.body }}"], more: "markdown: { links: false }\n")
    #expect(raw.report == "")
    #expect(try raw.text("en/news/x/index.html") == "<p><img src=\"b.png\" alt=\"a\" /></p>\n")
  }

  @Test("Ids are unique where several texts share a page")
  func sharedPage() throws {
    let fixture = try PagesFixture(
      [
        "kinds/project.yml":
          "section: projects\nfields: { goal: { type: markdown }, steps: { type: list, of: { type: markdown } } }\n",
        "projects/p.md":
          "---\ntitle: P\ngoal: |\n  ## A\nsteps:\n  - \"## A\"\n---\n## A\n\n[A](#a)[^1]\n\n[^1]: B\n",
      ],
      templates: [
        "project.html": "{{ page.toc[0].id }} {{ page.goal }}{{ page.steps[0] }}{{ page.body }}",
        "project-list.html": "{% for p in page.entries %}{{ p.toc[0].id }} {{ p.body }}{% endfor %}",
        "strings/de.yml": "projects: Projekte\n", "strings/en.yml": "projects: Projects\n",
      ])
    #expect(fixture.report == "")
    func ids(_ path: String) throws -> [String] {
      try fixture.text(path).matches(of: /(?:id|href)="#?([^"]*)"/).map { String($0.output.1) }
    }
    let own = ["a", "a", "a", "fn-1", "fnref-1", "fn-1", "fnref-1"]
    #expect(
      try ids("en/projects/p/index.html")
        == ["goal-a", "goal-a", "steps-1-a", "steps-1-a"] + own)
    #expect(try fixture.text("en/projects/p/index.html").hasPrefix("a <h2"))
    #expect(try ids("en/projects/index.html") == own.map { "project-p-\($0)" })
    #expect(try fixture.text("en/projects/index.html").hasPrefix("project-p-a <h2"))
  }

  @Test("Params are the original's with the variant's in their place; fields of a site's own kind are there")
  func paramsAndKinds() throws {
    let fixture = try PagesFixture(
      [
        "kinds/project.yml":
          "section: projects\nfields: { budget: { type: number }, lead: { type: reference, to: [cluster], back_link: projects } }\n",
        "projects/p.en.md": "---\ntitle: P\nbudget: 2.5\nlead: a\nparams: { a: 1, b: [x] }\n---\n",
        "projects/p.de.md": "---\ntitle: P\nparams: { a: 2 }\n---\n",
        "clusters/a.en.md": "---\nname: A\ncountry: dk\n---\n",
      ],
      templates: [
        "project.html": "{{ page.params.a }} {{ page.params.b[0] }} {{ page.budget }} {{ page.lead.title }}",
        "project-list.html": "{{ page.title }}",
        "cluster.html": "{% for p in page.projects %}{{ p.url }}{% endfor %}",
        "strings/de.yml": "projects: Projekte\n", "strings/en.yml": "projects: Projects\n",
      ])
    #expect(fixture.report == "")
    #expect(try fixture.text("de/projects/p/index.html") == "2 x 2.5 A")
    #expect(try fixture.text("de/projects/index.html") == "Projekte")
    #expect(try fixture.text("en/clusters/a/index.html") == "/en/projects/p/")
  }

  @Test("What is written inside a text speaks the text's language, not the page's")
  func labels() throws {
    let text = "---\ntitle: T\n---\n> [!WARNING]\n> Text[^1]\n\n[^1]: N\n"
    let fixture = try PagesFixture(
      ["news/2010-10-01-x.de.md": text, "news/2010-10-02-y.en.md": text],
      templates: ["news.html": "{{ page.body }}"])
    for path in ["de/nachrichten/x/index.html", "en/news/x/index.html"] {
      #expect(try fixture.text(path).contains(">Warnung<"))
      #expect(try fixture.text(path).contains("\"Zurück zum Verweis 1\""))
    }
    #expect(try fixture.text("de/nachrichten/y/index.html").contains(">Warning<"))
  }

  @Test("A kind of a site’s own cannot take the names that templates know a page by")
  func reservedNames() {
    let names = Set(EntryObject.commonNames)
    let common = Set(KindFiles().kinds.flatMap { $0.fields.map(\.name) })
    #expect(names.subtracting(common).subtracting(KindReader.reservedFields) == [])
  }

  @Test("With --drafts, what is not published says why; without, none of it is there")
  func hidden() throws {
    let content = [
      "news/2010-10-01-draft.en.md": "---\ntitle: T\ndraft: true\n---\n",
      "news/2010-10-02-expired.en.md": "---\ntitle: T\nexpires: 2010-10-03\n---\n",
      "news/2010-12-24-future.en.md": "---\ntitle: T\n---\n",
      "news/2010-10-04-variant.en.md": "---\ntitle: T\n---\n",
      "news/2010-10-04-variant.de.md": "---\ntitle: T\ndraft: true\n---\n",
    ]
    let list =
      "{% for e in page.entries %}{{ e.key }} {{ e.hidden or '-' }};{% endfor %}{{ page.hidden or '-' }}"
    let shown = try PagesFixture(content, templates: ["news-list.html": list], drafts: true)
    #expect(
      try shown.text("en/news/index.html")
        == "2010-12-24-future future;2010-10-04-variant -;2010-10-02-expired expired;2010-10-01-draft draft;-"
    )
    #expect(try shown.text("de/nachrichten/index.html").contains("2010-10-04-variant draft;"))
    let published = try PagesFixture(content, templates: ["news-list.html": list])
    #expect(try published.text("en/news/index.html") == "2010-10-04-variant -;-")
    #expect(try published.text("de/nachrichten/index.html") == "2010-10-04-variant -;-")
  }
}
