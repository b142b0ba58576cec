import Testing

@Suite("Which files a site has")
struct PlanTests {
  @Test("Lists go on at page/2/, and know where they are; the switch leads to where they begin")
  func pagination() throws {
    let content = Dictionary(
      uniqueKeysWithValues: (1...5).map { ("news/2010-10-0\($0)-n\($0).en.md", "---\ntitle: N\($0)\n---\n") })
    let fixture = try PagesFixture(
      content,
      templates: [
        "news-list.html":
          "{{ page.pagination.number }}/{{ page.pagination.total }} {{ page.pagination.previous or '-' }} {{ page.pagination.next or '-' }}{% for e in page.entries %} {{ e.title }}{% endfor %} {{ page.alternates | length }}{% for t in page.translations %} {{ t.url }}{% endfor %}"
      ], more: "page_size: 2\n")
    #expect(try fixture.text("en/news/index.html") == "1/3 - /en/news/page/2/ N5 N4 3 /de/nachrichten/")
    #expect(
      try fixture.text("en/news/page/2/index.html")
        == "2/3 /en/news/ /en/news/page/3/ N3 N2 0 /de/nachrichten/")
    #expect(try fixture.text("en/news/page/3/index.html") == "3/3 /en/news/page/2/ - N1 0 /de/nachrichten/")
    #expect(fixture.files["en/news/page/4/index.html"] == nil)
  }

  @Test("A template that is needed and missing is told once, with what needs it")
  func missingTemplate() throws {
    let fixture = try PagesFixture([
      "kinds/project.yml": "section: projects\n", "projects/p.en.md": "---\ntitle: P\n---\n",
      "news/2010-10-01-x.en.md": "---\ntitle: T\ntemplate: nwes.html\n---\n",
    ])
    #expect(
      fixture.report == """
        news/2010-10-01-x.en.md:3:11: error: there is no template “nwes.html”, which the news “2010-10-01-x” needs [missing-template]
          help: did you mean “news.html”?
        templates/project-list.html:1:1: error: there is no template “project-list.html”, which the list of projects needs [missing-template]
          help: write it in the templates folder
        templates/project.html:1:1: error: there is no template “project.html”, which the project “p” needs [missing-template]
          help: write it in the templates folder
        templates/strings/en.yml:1:1: warning: the section “projects” has no title for lists and the menu [untitled-section]
          help: write “projects: …” in strings/en.yml of the templates, and in the file of every other language

        """)
  }

  @Test("Files beside an entry are published at its address in every language, static files as they are")
  func attachments() throws {
    let fixture = try PagesFixture([
      "news/2010-10-01-x/index.en.md": "---\ntitle: T\n---\n", "news/2010-10-01-x/a.txt": "A",
      "static/.well-known/b.txt": "B",
    ])
    #expect(try fixture.text("en/news/x/a.txt") == "A")
    #expect(try fixture.text("de/nachrichten/x/a.txt") == "A")
    #expect(try fixture.text(".well-known/b.txt") == "B")
  }

  @Test("A static file cannot take the place of a page")
  func collision() throws {
    let fixture = try PagesFixture(["static/en/index.html": "mine"])
    #expect(
      fixture.report.contains(
        "static/en/index.html:1:1: error: two files want to be published as “en/index.html” [address-taken]"))
  }

  @Test("Assets live at addresses that change with their bytes")
  func assets() throws {
    let fixture = try PagesFixture(templates: [
      "home.html": "{{ asset('site.css') }}", "404.html": "{{ asset('site.cs') }}",
    ])
    let path = try fixture.text("en/index.html")
    #expect(path.hasPrefix("/assets/site.") && path.hasSuffix(".css"))
    #expect(fixture.files[String(path.dropFirst())] == "body{}")
    #expect(fixture.report.contains("there is no file “site.cs” in the templates’ assets"))
    #expect(fixture.report.contains("help: did you mean “site.css”?"))
  }

  @Test("The menu is what site.yml says, else sections, then pages with a place in the menu")
  func menu() throws {
    let template = "{% for item in site.menu %}{{ item.title }} {{ item.url }};{% endfor %}"
    let content = [
      "news/2010-10-01-x.en.md": "---\ntitle: T\n---\n",
      "pages/about.en.md": "---\ntitle: About\nmenu: 2\n---\n",
      "pages/join.en.md": "---\ntitle: Join\nmenu: 1\n---\n",
      "pages/imprint.en.md": "---\ntitle: Imprint\n---\n",
    ]
    let standard = try PagesFixture(content, templates: ["home.html": template])
    #expect(
      try standard.text("en/index.html").hasSuffix(
        "News /en/news/;Clusters /en/clusters/;Events /en/events/;Agreements /en/agreements/;Join /en/join/;About /en/about/;"
      ) || standard.text("en/index.html").contains("Join /en/join/;About /en/about/;"))
    let chosen = try PagesFixture(content, templates: ["home.html": template], more: "menu: [about, news]\n")
    #expect(try chosen.text("en/index.html") == "About /en/about/;News /en/news/;")
  }

  @Test("Ids come from site.yml's address, links from the build's")
  func baseURL() throws {
    let fixture = try PagesFixture(
      ["news/2010-10-01-x.en.md": "---\ntitle: T\n---\n[a](/en/)\n"],
      templates: ["news.html": "{{ page.url }} {{ page.permalink }}"],
      baseURL: "https://preview.example/icn")
    #expect(
      try fixture.text("en/news/x/index.html") == "/icn/en/news/x/ https://preview.example/icn/en/news/x/")
    let feed = try fixture.text("en/feed.xml")
    #expect(feed.contains("<id>tag:network.example,2010-10-01:news/2010-10-01-x/en</id>"))
    #expect(feed.contains("href=\"https://preview.example/icn/en/news/x/\""))
    #expect(feed.contains("&lt;a href=&quot;https://preview.example/icn/en/&quot;"))
  }

  @Test("The page for missing addresses speaks its language, the one at the root all of them")
  func notFound() throws {
    let template =
      "{{ page.title }}{% for v in page.versions %}|{{ v.language }} {{ v.title }}{{ v.title | lang_attr }} {{ v.url }}{% endfor %}"
    let fixture = try PagesFixture(templates: ["404.html": template])
    #expect(try fixture.text("404.html") == "Page not found|de Seite nicht gefunden lang=\"de\" /de/")
    #expect(try fixture.text("en/404.html") == "Page not found")
    #expect(try fixture.text("de/404.html") == "Seite nicht gefunden")
  }
}
