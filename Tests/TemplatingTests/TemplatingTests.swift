import Templating
import Testing

@Suite struct RenderingTests {
  @Test("A page is made of the templates that it extends, includes and imports")
  func page() throws {
    let set = TemplateSet(sources: [
      TemplateSource(
        name: "base.html", file: "templates/base.html",
        bytes: Array(
          "<title>{% block title %}none{% endblock %}</title>{% block body %}{% endblock %}\n".utf8)),
      TemplateSource(
        name: "page.html", file: "templates/page.html",
        bytes: Array(
          """
          {% extends "base.html" %}{% from "macros.html" import item %}
          {% block title %}{{ page.title }} · {{ super() }}{% endblock %}
          {% block body -%}
          {% for x in page.list if x is odd %}{{ item(x, last=loop.last) }}{% else %}empty{% endfor %}
          {%- endblock %}
          """.utf8)),
      TemplateSource(
        name: "macros.html", file: "templates/macros.html",
        bytes: Array("{% macro item(x, last=false) %}<li>{{ x }}{{ '.' if last }}</li>{% endmacro %}".utf8)),
    ])
    #expect(set.diagnostics == [])
    var output: [UInt8] = []
    try set.render(
      "page.html", context: ["page": ["title": "<Øresund>", "list": [1, 2, 3]]], subject: "/en/",
      into: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<title>&lt;Øresund&gt; · none</title><li>1</li><li>3.</li>\n")
  }
}
