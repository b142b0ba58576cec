import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Reading a content folder")
struct ContentLoaderTests {
  @Test("A correct site is read without a word")
  func correctSite() throws {
    let site = try LoadedSite([
      "news/2010-10-01-first-meeting.en.md": """
      ---
      title: "First meeting --- in Copenhagen"
      summary: Clusters meet.
      topics: [networks]
      countries: no
      ---
      Text

      ---
      ------
      """,
      "news/2010-10-01-first-meeting.de.md": "---\ntitle: Erstes Treffen\nsummary: \"\"\n---\nText\n",
      "news/2010-10-02-agreement/index.md": "---\ntitle: Agreement\n---\n",
      "news/2010-10-02-agreement/pens/pen.jpg": "GIF89a\u{20}\0\u{10}\0",
      "clusters/oslo.en.md": """
      ---
      name: Oslo Renewable Energy and Environment Cluster
      country: no
      contact: { phone: +45 33 22 02 20, address: "23:30" }
      ---
      """,
      "static/.well-known/security.txt": "Contact: mailto:x@example.org\n",
      "data/numbers.yml": "b: 1\na: [0x10, 1.5, no, ~]\n",
    ])
    #expect(site.report == "")
    #expect(
      site.entries.map(\.identifier) == [
        "news/2010-10-01-first-meeting", "news/2010-10-02-agreement", "clusters/oslo",
      ])
    let meeting = try #require(site.entry("news/2010-10-01-first-meeting"))
    #expect(meeting.name == "first-meeting")
    #expect(meeting.originalLanguage == "en")
    #expect(meeting.shared["date"]?.value.date == CalendarDate("2010-10-01"))
    #expect(meeting.shared["countries"]?.value.list?.map(\.value.text) == ["no"])
    #expect(meeting.variants["de"]?.fields["title"]?.value.text == "Erstes Treffen")
    let agreement = try #require(site.entry("news/2010-10-02-agreement"))
    #expect(agreement.attachments.map(\.name) == ["pens/pen.jpg"])
    let oslo = try #require(site.entry("clusters/oslo"))
    let contact = try #require(oslo.shared["contact"]?.value.record)
    #expect(contact["phone"]?.value.text == "+45 33 22 02 20")
    #expect(contact["address"]?.value.text == "23:30")
    #expect(site.content.tree?.staticFiles == [".well-known/security.txt"])
    #expect(
      site.content.tree?.data == [
        DataValue.Member(
          key: "numbers",
          value: .map([
            .init(key: "b", value: .integer(1)),
            .init(key: "a", value: .list([.integer(16), .float(1.5), .text("no"), .none])),
          ]))
      ])
  }
}
