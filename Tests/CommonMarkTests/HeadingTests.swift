import CommonMark
import Diagnostics
import Testing

@Suite("Headings")
struct HeadingTests {
  private func ids(_ markdown: String) -> [String] {
    MarkdownParser().parse(markdown.utf8).headings.map(\.id)
  }

  @Test("A heading has an id and a link to itself that screen readers and the keyboard pass over")
  func markup() {
    #expect(
      html("## Förderung *großer* Cluster")
        == "<h2 id=\"foerderung-grosser-cluster\">Förderung <em>großer</em> Cluster"
        + "<a class=\"anchor\" href=\"#foerderung-grosser-cluster\" aria-hidden=\"true\" tabindex=\"-1\"></a></h2>\n"
    )
    #expect(html("## A") { $0.headingIDs = false } == "<h2>A</h2>\n")
  }

  @Test("Ids are readable and unique on the page")
  func unique() {
    #expect(ids("## A\n\n## A\n\n## A-2\n\n## A\n\n## !") == ["a", "a-2", "a-2-2", "a-3", "section"])
  }

  @Test("Ids are transliterated as the language of their text does")
  func transliteration() {
    let text = "## Över\n\n::: {lang=sv}\n## Över\n:::\n"
    #expect(MarkdownParser().parse(text.utf8, language: "de").headings.map(\.id) == ["oever", "over"])
  }

  @Test("A heading can set its id; others make room for it")
  func ownID() {
    #expect(ids("## Aims\n\n## Ziele {#aims}\n\n## Über {#über.1}") == ["aims-2", "aims", "über.1"])
    #expect(html("## B {#c}").hasPrefix("<h2 id=\"c\">B<a"))
    #expect(ids("## B {#c d}\n\n## E {#}") == ["b-c-d", "e"])
    #expect(problems("## A {#x}\n\n## B {#x}") == ["3:1 repeated-heading-id"])
  }

  @Test("The ids of footnotes are left to footnotes")
  func footnoteIDs() {
    let text = "## Fn 1\n\n## fnref 1\n\n## Note {#fn-1}\n\nA note[^1].\n\n[^1]: Here.\n"
    #expect(ids(text) == ["section-fn-1", "section-fnref-1", "section-fn-1-2"])
    #expect(problems(text) == ["5:1 repeated-heading-id"])
  }

  @Test("A heading's own id stays as it is typed, or is none")
  func ownIDAsTyped() {
    #expect(ids("## A {#b--c...d}\n\n## E {#f\\-g}\n\n## H {#i~~j~~}") == ["b--c...d", "f-g", "h-ij"])
    #expect(ids("## A {#\"onx}\n\n## B {#it's}\n\n## C \\{#d}") == ["a-onx", "b-its", "c-d"])
    #expect(html("## A {#\"onx}").hasPrefix("<h2 id=\"a-onx\">A {#“onx}<a"))
  }

  @Test("Levels that jump and level 1 are warnings")
  func levels() {
    #expect(problems("# A\n\n### B\n\n#### C\n\n## D") == ["1:1 top-level-heading", "3:1 heading-jump"])
    #expect(problems("> ### A") == ["1:3 heading-jump"])
  }

  @Test("Headings are a value for tables of contents")
  func values() {
    let headings = MarkdownParser().parse("Text\n\n## `A` & b\n\n- ### C".utf8).headings
    #expect(headings.map(\.text) == ["A & b", "C"])
    #expect(headings.map(\.level) == [2, 3])
    #expect(headings.map(\.place.line) == [3, 5])
  }
}
