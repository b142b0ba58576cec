import Content
import Diagnostics
import SiteGraph
import TestSupport
import Testing

@Suite("Entries that cannot be read")
struct UnreadEntriesTests {
  @Test("Nothing is said about what refers to them, and everything about the rest")
  func silence() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "site.yml": """
      name: Test
      base_url: https://test.example
      languages: { en: { label: English } }
      menu: [about, abuot]
      legal: { imprint: imprint }
      """,
      "clusters/oslo.md": "---\nname: \"Oslo\n---\n",
      "events/2010-10-01-meeting.md": "---\ntitel: Meeting\n---\n",
      "pages/about.md": "",
      "pages/imprint.md": "",
      "news/2010-10-02-x.md": """
      ---
      title: X
      clusters: [oslo, olso]
      event: meeting
      ---
      [Oslo](../clusters/oslo.en.md), [the meeting](../events/2010-10-01-meeting.md#who),
      [nothing](../clusters/copenhagen.md)
      """,
    ])
    let content = try #require(ContentLoader.load(folder: folder.path).tree)
    let options = SiteOptions(today: try #require(CalendarDate("2010-11-01")))
    let diagnostics = SiteBuilder.build(content, options: options).diagnostics
    #expect(
      DiagnosticReport(diagnostics).diagnostics.map(\.message) == [
        "there is no cluster “olso”",
        "this link leads to “../clusters/copenhagen.md”, but there is no such file in the content",
        "the menu names “abuot”, which is neither a section nor a page",
      ])
  }
}
