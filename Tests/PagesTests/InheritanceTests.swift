import Testing

@Suite("What a translation takes from its original, by the class of the field")
struct InheritanceTests {
  /// A kind with a field of each class, of a single value, a list and a map.
  private static let kind = """
    section: projects
    fields:
      motto: { type: text, class: translated }
      approach: { type: markdown, class: translated }
      steps: { type: list, class: translated, of: { type: record, fields: { name: { type: text, class: translated } } } }
      plan: { type: record, fields: { drawing: { type: url }, caption: { type: text, class: translated }, by: { type: name } } }
      acronym: { type: name }
      partners: { type: list, of: name }
      former: { type: path, class: own }
      codes: { type: list, class: own, of: name }

    """

  private static let template = """
    motto: {{ page.motto or "none" }}{% if page.motto %}{{ page.motto | lang_attr }}{% endif %}
    approach: {% if page.approach %}{{ page.approach | lang_attr }}{{ page.approach }}{% else %}none
    {% endif %}steps:{% for s in page.steps %} {{ s.name }}{{ s.name | lang_attr }}{% endfor %}
    plan: {% if page.plan %}{{ page.plan.drawing or "none" }} {{ page.plan.caption or "none" }}{% if page.plan.caption %}{{ page.plan.caption | lang_attr }}{% endif %} {{ page.plan.by or "none" }}{% else %}none{% endif %}
    acronym: {{ page.acronym or "none" }}{% if page.acronym %}{{ page.acronym | lang_attr }}{% endif %}
    partners: {{ page.partners | join(" ") }}
    former: {{ page.former or "none" }}
    codes: {{ page.codes | join(" ") }}
    """

  /// What readers of a language see of a project with an original and a variant.
  private func seen(
    by reader: String, original: String, _ originalFields: String, variant: String, _ variantFields: String
  ) throws -> String {
    let fixture = try PagesFixture(
      [
        "site.yml": """
        name: Network
        base_url: https://network.example
        languages: { en: { label: English }, de: { label: Deutsch }, fr: { label: Français } }
        severity: { missing-string: off, missing-label: off }

        """,
        "kinds/project.yml": Self.kind,
        "projects/x.\(original).md": "---\ntitle: T\noriginal: true\n\(originalFields)\n---\n",
        "projects/x.\(variant).md": "---\ntitle: T\n\(variantFields)\n---\n",
      ],
      templates: [
        "project.html": Self.template, "project-list.html": "", "strings/en.yml": "projects: Projects\n",
      ])
    #expect(fixture.report == "")
    return try fixture.text("\(reader)/projects/x/index.html")
  }

  private static let everything = """
    motto: A
    approach: A
    steps: [{ name: A }, { name: AA }]
    plan: { drawing: "https://a.example/", caption: A, by: Anna }
    acronym: AAA
    partners: [Anna, Anton]
    former: /a/
    codes: [a1, a2]
    """

  // What readers see of some fields.
  private static let shared = "acronym: AAA\npartners: Anna Anton"
  private static let noneOfItsOwn = "former: none\ncodes: "
  private static let noTexts = "motto: none\napproach: none\nsteps:\nplan: https://a.example/ none Anna"

  private static let pairs = [("en", "de"), ("de", "en"), ("fr", "de"), ("fr", "en")]

  @Test(
    "From an original with everything come translated texts with its language, and shared values, but nothing of its own",
    arguments: pairs)
  func everything(original: String, variant: String) throws {
    #expect(
      try seen(by: variant, original: original, Self.everything, variant: variant, "slug: x") == """
        motto: A lang="\(original)"
        approach:  lang="\(original)"<p>A</p>
        steps: A lang="\(original)" AA lang="\(original)"
        plan: https://a.example/ A lang="\(original)" Anna
        \(Self.shared)
        \(Self.noneOfItsOwn)
        """)
  }

  @Test(
    "What a variant translates is in its language; a map is put together part by part, a list as a whole",
    arguments: pairs)
  func translated(original: String, variant: String) throws {
    let fields = """
      motto: B
      approach: B
      steps: [{ name: B }]
      plan: { caption: B }
      former: /b/
      codes: [b1]
      """
    #expect(
      try seen(by: variant, original: original, Self.everything, variant: variant, fields) == """
        motto: B
        approach: <p>B</p>
        steps: B
        plan: https://a.example/ B Anna
        \(Self.shared)
        former: /b/
        codes: b1
        """)
  }

  @Test("An empty text is none on purpose", arguments: pairs)
  func empty(original: String, variant: String) throws {
    let fields = """
      motto: ""
      approach: ""
      steps: []
      plan: { caption: "" }
      """
    #expect(
      try seen(by: variant, original: original, Self.everything, variant: variant, fields) == """
        \(Self.noTexts)
        \(Self.shared)
        \(Self.noneOfItsOwn)
        """)
  }

  @Test(
    "Shared values may be written in the variant alone; the original's readers see them, but none of its texts",
    arguments: pairs)
  func fromVariant(original: String, variant: String) throws {
    #expect(
      try seen(by: original, original: original, "", variant: variant, Self.everything) == """
        \(Self.noTexts)
        \(Self.shared)
        \(Self.noneOfItsOwn)
        """)
  }

  @Test("A language without a variant has the original's texts, not another translation's", arguments: pairs)
  func third(original: String, variant: String) throws {
    let other = ["en", "de", "fr"].first { $0 != original && $0 != variant } ?? ""
    #expect(
      try seen(by: other, original: original, "motto: A", variant: variant, Self.everything) == """
        motto: A lang="\(original)"
        approach: none
        steps:
        plan: https://a.example/ none Anna
        \(Self.shared)
        \(Self.noneOfItsOwn)
        """)
  }
}
