import Diagnostics
import Testing

@Suite("Diagnostics for programs")
struct MachineFormatTests {
  private let report = DiagnosticReport([
    Diagnostic(
      identifier: "broken-link", severity: .warning,
      place: Place(file: "a b.md", line: 3, column: 5, length: 2),
      message: "100 % “so”", remedy: "mend\nit", notes: [Note("there", at: Place(file: "c.md"))])
  ])

  @Test("JSON tells numbers, places, notes and remedies")
  func json() {
    #expect(
      report.formatted(as: .json) { _ in nil } == """
        {"errors":0,"warnings":1,"diagnostics":[{"identifier":"broken-link","severity":"warning",\
        "message":"100 % “so”","file":"a b.md","line":3,"column":5,"length":2,"remedy":"mend\\nit",\
        "notes":[{"message":"there","file":"c.md","line":1,"column":1,"length":1}]}]}

        """)
  }

  @Test("GitHub's workflow commands are escaped")
  func gitHub() {
    #expect(
      report.formatted(as: .github) { _ in nil } == """
        ::warning file=a b.md,line=3,col=5,endColumn=7,title=broken-link::100 %25 “so”%0Ac.md:1:1: there%0Amend%0Ait

        """)
  }

  @Test("SARIF has a rule, a level and a region for each result")
  func sarif() {
    #expect(
      report.formatted(as: .sarif) { _ in nil } == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":\
        {"driver":{"name":"oresund","rules":[{"id":"broken-link"}]}},"columnKind":"unicodeCodePoints",\
        "results":[{"ruleId":"broken-link","level":"warning","message":{"text":"100 % “so”\\nmend\\nit"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.md"},\
        "region":{"startLine":3,"startColumn":5,"endColumn":7}}}],"relatedLocations":[{"physicalLocation":\
        {"artifactLocation":{"uri":"c.md"},"region":{"startLine":1,"startColumn":1,"endColumn":2}},\
        "message":{"text":"there"}}]}]}]}

        """)
  }

  @Test(
    "What JSON or HTML would end at is escaped",
    arguments: [
      ("\"", "\\\""), ("</script>", "\\u003c/script>"), ("\u{1}", "\\u0001"), ("\u{2028}", "\\u2028"),
      ("a\u{2029}b", "a\\u2029b"), ("\u{7F}\n", "\\u007f\\n"), ("“Øresund” \u{1F309}", "“Øresund” \u{1F309}"),
    ])
  func quoting(text: String, json: String) {
    #expect(JSONText.quoted(text) == "\"\(json)\"")
  }

  @Test("Numbers are written with the fewest digits that give them again, and what is none as null")
  func numbers() {
    var json = JSONText()
    json.array { json in
      for number in [12.5685, -105, 0.1, .infinity] { json.number(number) }
      json.integer(.min)
      json.boolean(true)
      json.string(utf8: Array("é\"".utf8))
    }
    #expect(json.text == #"[12.5685,-105,0.1,null,-9223372036854775808,true,"é\""]"#)
  }
}
