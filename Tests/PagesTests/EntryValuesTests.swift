import Testing

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
          "{{ page.image.src }} {{ page.image.alt }}{{ page.image.alt | lang_attr }} {{ page.image.caption }}{{ page.image.caption | lang_attr }} {{ page.image.credit }} {{ page.image.licence is none }}",
        content: ["news/2010-10-01-x.de.md": german, "static/a.png": ""], path: "de/nachrichten/x/index.html")
        == "/a.png Bild Caption lang=\"en\" Somebody True")
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
        "<p><a href=\"/de/cluster/aa/#top\">A</a> <a href=\"/de/cluster/b/\" hreflang=\"en\">B</a> <a href=\"https://c.example/?a=1&amp;b=2\" rel=\"noopener\">C</a> <a href=\"/en/\">D</a></p>"
      ))
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
}
