import Foundation
import Testing

@testable import Pages

@Suite("What a network’s relations show")
struct NetworkTests {
  private static let content = [
    "topics.yml":
      "energy: { en: Energy, de: Energie }\nwind: { en: Wind, parent: energy }\nwater: { en: Water, de: Wasser }\n",
    "clusters/a.en.md":
      "---\nname: A\ncountry: dk\nstatus: member\nseeks: [energy, water]\nstakeholders: { companies: 3, universities: 0 }\n---\n",
    "clusters/b.en.md": "---\nname: B\ncountry: no\nstatus: guest\noffers: [wind]\ntopics: [wind]\n---\n",
    "news/2010-10-01-x/index.en.md":
      "---\ntitle: X\ntopics: [wind]\nlinks: [{ title: Atlas, url: \"https://x.example/atlas.pdf?a=1\" }, { title: Figures, url: figures.csv }, { title: B, url: ../../clusters/b.en.md }]\n---\n",
    "news/2010-10-01-x/figures.csv": String(repeating: "1,2\n", count: 500),
    "news/2010-10-01-x/notes.txt": "12 bytes long",
    "news/2010-10-01-x/picture.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
  ]
  private static let match =
    "{% for m in page.matches.givers %}{{ m.cluster.name }}{% for r in m.reasons %} {{ r.fit }} {{ r.steps }} {{ r.sought.title }}<{{ r.offered | map(attribute='title') | join('+') }}{% endfor %}{% endfor %}|{% for topic in page.matches.unmet %}{{ topic.title }}{% endfor %}"

  @Test("A profile tells who offers what it seeks, and what nobody offers")
  func matches() throws {
    let fixture = try PagesFixture(
      Self.content,
      templates: ["cluster.html": "{% if page.matches %}" + Self.match + "{% endif %}"])
    #expect(
      try fixture.text("en/clusters/a/index.html")
        == "B narrower 1 Energy<Wind|Water")
    #expect(try fixture.text("en/clusters/b/index.html") == "|")
    let data = try fixture.text("api/clusters.json")
    #expect(
      data.contains(
        #""matches":{"givers":[{"id":"b","reasons":[{"sought":"energy","offered":["wind"],"fit":"narrower","steps":1}]}]}}"#
      ))
    #expect(data.contains(#""matches":{"takers":[{"id":"a","#))
  }

  @Test(
    "The page of matches lists who seeks something, and exists where there are a template, offers and seeks")
  func matchesPage() throws {
    let templates = [
      "matches.html": "{{ page.url }}{% for cluster in page.entries %} {{ cluster.name }}{% endfor %}",
      "home.html": "{{ site.matches_page or '-' }}",
    ]
    let fixture = try PagesFixture(Self.content, templates: templates)
    #expect(try fixture.text("de/matches/index.html") == "/de/matches/ A")
    #expect(try fixture.text("en/index.html") == "/en/matches/")
    var content = Self.content
    content["clusters/b.en.md"] = nil
    content["news/2010-10-01-x/index.en.md"] = "---\ntitle: X\n---\n"
    let without = try PagesFixture(content, templates: templates)
    #expect(try without.text("en/index.html") == "-")
    #expect(without.files["en/matches/index.html"] == nil)
  }

  @Test(
    "An entry offers its links and the documents beside it, each with its format and, of the site’s files, its size"
  )
  func files() throws {
    let template =
      "{% for f in page.files %}{{ f.title }} {{ f.url }} {{ f.format or '-' }} {{ f.size_text or '-' }}\n{% endfor %}"
    let fixture = try PagesFixture(
      Self.content,
      templates: [
        "news.html": template, "term.html": "{{ page.knowledge or '-' }}",
        "knowledge.html":
          "{% for f in page.files %}{{ f.title }} ({{ f.entry.title }}) {% endfor %}{{ page.has_more }}",
      ])
    #expect(
      try fixture.text("de/nachrichten/x/index.html") == """
        Atlas https://x.example/atlas.pdf?a=1 PDF -
        Figures /de/nachrichten/x/figures.csv CSV 2 kB
        B /de/cluster/b/ - -
        notes.txt /de/nachrichten/x/notes.txt TXT 13 Byte

        """)
    // A link to another entry is no document; that entry has a page of its own.
    #expect(
      try fixture.text("en/topics/energy/knowledge/index.html") == "Atlas (X) Figures (X) notes.txt (X) False"
    )
    #expect(try fixture.text("en/topics/energy/index.html") == "/en/topics/energy/knowledge/")
    #expect(try fixture.text("en/topics/water/index.html") == "-")
    #expect(fixture.files["en/topics/water/knowledge/index.html"] == nil)
  }

  @Test(
    "A format is an ending that names one",
    arguments: [
      ("report.pdf", "PDF"), ("/a/b.tar.gz", "GZ"), ("https://x.example/a.xlsx#s", "XLSX"),
      ("https://x.example", nil),
      ("https://x.example/", nil), ("page.html", nil), ("index.php?a=b.pdf", nil), (".hidden", nil),
      ("v1.10", nil),
      ("a.mp3", "MP3"), ("über.PDF", "PDF"),
    ] as [(String, String?)])
  func format(path: String, format: String?) {
    #expect(OfferedFile.format(of: path) == format)
  }

  @Test("A list can be chosen from by country, topic, stakeholders and status, each with a page")
  func filters() throws {
    let list =
      "{% for f in page.filters %}{{ f.name }}:{% for t in f.terms %} {{ t.key }} {{ t.url }} {{ t.count }}{% endfor %}\n{% endfor %}{{ page.filter_index }}"
    let fixture = try PagesFixture(
      Self.content,
      templates: [
        "cluster-list.html": list, "news-list.html": list,
        "term.html":
          "{{ page.kind }} {{ page.title }} {{ page.count }}{% for e in page.entries %} {{ e.title }}{% endfor %}",
      ])
    #expect(
      try fixture.text("de/cluster/index.html") == """
        country: dk /de/laender/daenemark/ 1 europe /de/laender/europa/ 2 no /de/laender/norwegen/ 1
        topic: energy /de/themen/energy/ 1 wind /de/themen/wind/ 1
        stakeholders: companies /de/cluster/akteure/unternehmen/ 1
        status: member /de/cluster/status/mitglied/ 1 guest /de/cluster/status/gast/ 1
        /de/cluster/filter.json
        """)
    #expect(try fixture.text("de/cluster/status/gast/index.html") == "status Cluster: Gast 1 B")
    #expect(
      try fixture.text("en/clusters/stakeholders/companies/index.html")
        == "stakeholders Clusters: Companies 1 A")
    #expect(try fixture.text("en/news/index.html").contains("year: 2010 /en/news/2010/ 1\n"))
    #expect(
      try fixture.text("de/cluster/filter.json") == """
        {"entries":[
        {"url":"/de/cluster/a/","title":"A","note":"Dänemark · Mitglied","country":["dk","europe"],"stakeholders":["companies"],"status":["member"]},
        {"url":"/de/cluster/b/","title":"B","note":"Norwegen · Gast","country":["europe","no"],"topic":["energy","wind"],"status":["guest"]}]}

        """)
  }

  @Test("A string keeps the markup of its values, and escapes the others")
  func markup() throws {
    let fixture = try PagesFixture(templates: [
      "home.html":
        "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ t('x', a=b('1 & 2'), b='<i>') }} {{ t('x', a='<', b='y') }}",
      "strings/en.yml": "x: \"{a} < {b}\"\n", "strings/de.yml": "x: \"{a} < {b}\"\n",
    ])
    #expect(
      try fixture.text("en/index.html") == "<b>1 &amp; 2</b> &lt; &lt;i&gt; &lt; &lt; y")
  }
}
