import Diagnostics
import Foundation
import Templating
import Testing

@Suite struct TemplateSetTests {
  private func set(_ templates: [(String, String)], host: HostDeclarations = HostDeclarations())
    -> TemplateSet
  {
    TemplateSet(
      sources: templates.map {
        TemplateSource(name: $0.0, file: "templates/\($0.0)", bytes: Array($0.1.utf8))
      },
      host: host)
  }

  @Test("All problems of all templates are found at once, in the order of their places")
  func allProblems() {
    let set = set([
      ("b.html", "{{ x | uper }}\n{% if %}\n{{ y.z( }}"), ("a.html", "{% for x in y %}"),
    ])
    let report = DiagnosticReport(set.diagnostics).formatted(as: .text) { _ in nil }
    #expect(
      report == """
        templates/a.html:1:4: error: this “for” is never closed with “{% endfor %}” [template-syntax]
          help: add “{% endfor %}” where it ends
        templates/b.html:1:8: error: there is no filter “uper” [unknown-filter]
          help: did you mean “upper”?
        templates/b.html:2:7: error: found “%}” where an expression was expected [template-syntax]
        templates/b.html:3:9: error: found “}” where “)” was expected [template-syntax]

        """)
  }

  @Test(
    "Endless recursion ends in a diagnostic on a thread with a stack of 512 KB",
    arguments: [
      "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
      "{% include 'main.html' %}",
      "{% extends 'main.html' %}",
      "{% block a %}{{ self.a() }}{% endblock %}",
      "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
      "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
      "{% macro m(n) %}{% if true %}{% for x in [n] %}{% with y = x %}{{ [[[m(y)|upper|lower ~ 'a']]]|join }}{% endwith %}{% endfor %}{% endif %}{% endmacro %}{{ m(0) }}",
    ])
  func recursion(template: String) async {
    let set = set([("main.html", template)])
    #expect(set.diagnostics == [])
    let message = await withCheckedContinuation { continuation in
      let thread = Thread {
        var output: [UInt8] = []
        do throws(RenderFailure) {
          try set.render("main.html", context: [:], into: &output)
          continuation.resume(returning: "rendered")
        } catch {
          continuation.resume(returning: error.diagnostic.message)
        }
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(message == "templates, blocks and macros call each other too deeply, probably without an end")
  }

  @Test(
    "Deep nesting in the text of a template is refused, not a full stack",
    arguments: [
      String(repeating: "(", count: 5000), String(repeating: "{% if x %}", count: 5000),
      "{{ " + String(repeating: "-", count: 5000) + "1 }}",
      "{{ x" + String(repeating: "[0]", count: 5000) + " }}",
      "{{ 1" + String(repeating: " + 1", count: 5000) + " }}",
      "{{ " + String(repeating: "not ", count: 5000) + "1 }}",
      "{{ x" + String(repeating: "|upper", count: 5000) + " }}",
      "{{ " + String(repeating: "[", count: 5000) + " }}",
      "{{ x" + String(repeating: " if 1 else x", count: 5000) + " }}",
    ])
  func nesting(template: String) async {
    let text = template.hasPrefix("(") ? "{{ " + template : template
    let count = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: set([("main.html", text)]).diagnostics.count) }
      thread.stackSize = 512 << 10
      thread.start()
    }
    #expect(count > 0)
  }

  @Test(
    "What is too long is refused before it fills the memory",
    arguments: [
      "{% set a = 'x' * 60000000 %}{{ a ~ a }}", "{% set a = 'x' * 60000000 %}{{ (a + a)|length }}",
      "{{ ['x' * 60000000, 'y' * 60000000]|join }}",
      "{{ ([1] * 600000 + [1] * 600000)|length }}",
    ])
  func longTexts(template: String) {
    var output: [UInt8] = []
    do throws(RenderFailure) {
      try set([("main.html", template)]).render("main.html", context: [:], into: &output)
      Issue.record("rendered")
    } catch {
      #expect(
        [
          "this makes a text of more than 64 MB", "this makes a list of more than 1000000 elements",
        ].contains(error.diagnostic.message))
    }
  }

  @Test("A page with a table of 3,000 clusters takes less than a tenth of what a page may do")
  func work() throws {
    let table = """
      {% macro tag(name) %}<span class="tag">{{ name|title }}</span>{% endmacro %}
      {% for country, clusters in clusters|sort(attribute="name")|groupby("country") %}
      <h2 id="{{ country|lower|replace(" ", "-") }}">{{ country }} ({{ clusters|length }})</h2>
      <ul>
      {%- for cluster in clusters if cluster.status in ["member", "founding"] %}
      <li class="{{ loop.cycle("odd", "even") }}"><a href="{{ cluster.url }}">{{ cluster.name }}</a>
      {{ cluster.summary|truncate(200)|urlize }}{{ cluster.topics|map("upper")|join(", ") }}
      {%- for topic in cluster.topics %}{{ tag(topic) }}{% endfor %}</li>
      {%- endfor %}
      </ul>
      {% endfor %}
      {{ clusters|selectattr("status", "eq", "member")|map(attribute="name")|unique|list|tojson }}
      """
    let summary = String(repeating: "Clusters for clean energy and https://example.org/water ", count: 10)
    let clusters = (0..<3000).map { index -> Value in
      [
        "name": .string("Cluster \(index * 7919 % 3000)"), "country": .string("Country \(index % 40)"),
        "url": "/en/clusters/x/", "status": index % 9 == 0 ? "founding" : "member",
        "summary": .string(summary),
        "topics": ["energy", "water", "wind"],
      ]
    }
    let set = TemplateSet(
      sources: [TemplateSource(name: "list", file: "list", bytes: Array(table.utf8))],
      workLimit: Limits.work / 10)
    var output: [UInt8] = []
    try set.render("list", context: ["clusters": .list(clusters)], into: &output)
    #expect(output.count > 1_000_000)
  }

  @Test(
    "What a page held is let go of, whether it is rendered or fails",
    arguments: [
      "{% for x in page.list if x %}{{ loop.nope }}{% endfor %}",
      "{% for x in page.list if x %}{{ loop.last }}{{ page.title }}{% set l = loop %}{% endfor %}",
      "{% set ns = namespace(p=page) %}{% for x in page.list if x %}{% set ns.l = loop %}{% endfor %}{{ ns.l.length }}",
      "{% macro m(p) %}{{ p.nope }}{% endmacro %}{% for x in page.list if page recursive %}{{ m(page) }}{% endfor %}",
      "{% macro m() %}{{ caller() }}{% endmacro %}{% for x in page.list if x %}{% call m() %}{{ loop.nope }}{% endcall %}{% endfor %}",
    ])
  func memory(template: String) {
    final class Page: TemplateObject {
      let attributeNames = ["list", "title"]
      func attribute(_ name: String) -> Value? { ["list": [1, 2], "title": "T"][name] }
    }
    weak var held: Page?
    do {
      let page = Page()
      held = page
      var output: [UInt8] = []
      try? set([("main.html", template)]).render("main.html", context: ["page": .object(page)], into: &output)
    }
    #expect(held == nil)
  }

  @Test("Many tasks render from one set at once")
  func concurrency() async {
    let set = set([
      (
        "main.html",
        "{% extends 'base.html' %}{% block a %}{% for i in range(50) %}{{ m(i ~ x) }}{% endfor %}{% endblock %}{% macro m(a) %}<{{ a }}>{% endmacro %}"
      ),
      ("base.html", "[{% block a %}{% endblock %}]"),
    ])
    let outputs = await withTaskGroup(of: String.self) { group in
      for task in 0..<20 {
        group.addTask {
          var output: [UInt8] = []
          try? set.render("main.html", context: ["x": .string(" of \(task % 2)")], into: &output)
          return String(decoding: output, as: UTF8.self)
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(outputs.map(\.count).sorted() == [442, 442])
    #expect(outputs.count == 2)
  }

  @Test("What was in the output before stays, whether the template renders or fails")
  func output() throws {
    let set = set([("good.html", "b"), ("bad.html", "c{{ nope }}")])
    var output = Array("a".utf8)
    try set.render("good.html", context: [:], into: &output)
    #expect(throws: RenderFailure.self) { try set.render("bad.html", context: [:], into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "ab")
  }

  @Test("A template that is not UTF-8 is refused at the byte")
  func encoding() {
    let set = TemplateSet(sources: [
      TemplateSource(name: "a", file: "a", bytes: [0x61, 0x0A, 0x62, 0xFF, 0x63])
    ])
    #expect(set.diagnostics.map(\.identifier) == ["invalid-utf-8"])
    #expect(set.diagnostics.first?.place == Place(file: "a", line: 2, column: 2))
  }

  @Test("An unknown template to render is a failure with a suggestion")
  func unknownTemplate() {
    let set = set([("news.html", "")])
    var output: [UInt8] = []
    do throws(RenderFailure) {
      try set.render("new.html", context: [:], into: &output)
      Issue.record("rendered")
    } catch {
      #expect(error.diagnostic.message == "there is no template “new.html”")
      #expect(error.diagnostic.remedy == "did you mean “news.html”?")
    }
  }
}
