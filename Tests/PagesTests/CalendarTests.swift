import Content
import SiteGraph
import Testing

@testable import Pages

@Suite("Calendars")
struct CalendarTests {
  @Test("Lines end in CRLF, and none is longer than 75 octets, of which no character is torn apart")
  func folding() throws {
    let title = String(repeating: "Übergrößenträger im Größenwahn 🚢 ", count: 9)
    let fixture = try PagesFixture(["events/2010-12-01-x.en.md": "---\ntitle: \(title)\n---\n"])
    let text = try fixture.text("en/events/x/event.ics")
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    for line in lines {
      #expect(line.last == UInt8(ascii: "\r"))
      #expect(line.count <= 76)
      // Half a character would be replaced by a sign for that.
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    #expect(lines.contains { $0.count == 76 })
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(title.dropLast())\r\n"))
  }

  @Test(
    "Texts are escaped",
    arguments: [
      ("a, b; c", "a\\, b\\; c"), ("C:\\\\path", "C:\\\\path"), ("one\\ntwo\\r\\nthree", "one\\ntwo\\nthree"),
      ("colon: \\\"quotes\\\"", "colon: \"quotes\""), ("tab\\there", "tab\there"),
    ])
  func escaping(yaml: String, expected: String) {
    var lines = ContentLines()
    let text = yaml.replacing("\\n", with: "\n").replacing("\\r", with: "\r").replacing("\\t", with: "\t")
      .replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
    lines.line("SUMMARY", LabelText(text: text, language: nil), in: "en")
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "SUMMARY:\(expected)\r\n")
  }

  @Test("Control characters are left out, and a text in the calendar’s language does not say so")
  func parameters() {
    var lines = ContentLines()
    lines.line("SUMMARY", LabelText(text: "a\u{7}b\u{7F}", language: "en"), in: "en")
    lines.line("SUMMARY", LabelText(text: "ab", language: "de"), in: "en")
    lines.line("CATEGORIES", texts: ["a, b", "c"], of: "de", in: "en")
    #expect(
      String(decoding: lines.bytes, as: UTF8.self)
        == "SUMMARY:ab\r\nSUMMARY;LANGUAGE=de:ab\r\nCATEGORIES;LANGUAGE=de:a\\, b,c\r\n")
  }

  private let meeting = """
    ---
    title: Meeting
    starts: 2010-12-01T23:30
    ends: 2010-12-02T00:30
    time_zone: America/Denver
    updated: 2010-11-01
    location: { lat: -0.5, lon: 12.3456789 }
    ---

    """

  @Test(
    "The id follows site.yml and the file’s name, wherever the site is built for and whatever the language")
  func identity() throws {
    let content = [
      "events/2010-12-01-x.en.md": meeting,
      "events/2010-12-01-x.de.md": "---\ntitle: Treffen\nslug: treffen\nupdated: 2010-11-02\n---\n",
    ]
    let live = try PagesFixture(content)
    let preview = try PagesFixture(content, baseURL: "http://localhost:8080/preview")
    let ids = try [
      live.text("en/events/x/event.ics"), live.text("de/events/treffen/event.ics"),
      live.text("en/events.ics"),
      live.text("de/events.ics"), preview.text("en/events/x/event.ics"), preview.text("de/events.ics"),
    ].map { $0.split(separator: "\r\n").filter { $0.hasPrefix("UID") || $0.hasPrefix("DTSTAMP") } }
    let expected: [Substring] = ["UID:events/2010-12-01-x@network.example", "DTSTAMP:20101102T000000Z"]
    #expect(ids == Array(repeating: expected, count: 6))
    #expect(
      try preview.text("en/events/x/event.ics").contains("URL:http://localhost:8080/preview/en/events/x/\r\n")
    )
  }

  @Test("Coordinates have no more than six decimal places and no exponent")
  func coordinates() throws {
    let fixture = try PagesFixture(["events/2010-12-01-x.en.md": meeting])
    #expect(try fixture.text("en/events/x/event.ics").contains("GEO:-0.500000;12.345679\r\n"))
  }

  @Test(
    "What a language’s readers do not see is in no calendar of theirs, and links lead to the original’s file",
    arguments: [
      ("page", "/de/events/x/event.ics", true), ("link", "/en/events/x/event.ics", true), ("hide", "", false),
    ])
  func untranslated(choice: String, address: String, isThere: Bool) throws {
    let fixture = try PagesFixture(
      [
        "events/2010-12-01-x.en.md": meeting,
        "events/2010-12-02-hidden.en.md": "---\ntitle: Draft\ndraft: true\n---\n",
      ],
      templates: ["event-list.html": "{% for e in page.entries %}{{ e.calendar }}{% endfor %}"],
      more: "untranslated: \(choice)\n")
    #expect(try fixture.text("de/events/index.html") == address)
    #expect(try fixture.text("de/events.ics").contains("SUMMARY;LANGUAGE=en:Meeting\r\n") == isThere)
    #expect(fixture.files.keys.contains("de/events/x/event.ics") == (choice == "page"))
    #expect(!fixture.files.contains { $0.key.hasSuffix(".ics") && $0.value.contains("Draft") })
  }

  @Test("The times of several years are explained by the changes of their clocks, and by no others")
  func zones() {
    let clock = ZoneClock("Europe/Istanbul", years: [2010, 2016, 2020])
    var lines = ContentLines()
    CalendarZone(clock, years: [2010, 2016, 2020]).write(to: &lines)
    #expect(
      String(decoding: lines.bytes, as: UTF8.self).replacing("\r\n", with: "\n") == """
        BEGIN:VTIMEZONE
        TZID:Europe/Istanbul
        BEGIN:STANDARD
        DTSTART:20091025T040000
        RDATE:20091025T040000
        RDATE:20101031T040000
        RDATE:20151108T040000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0200
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20100328T030000
        RDATE:20100328T030000
        RDATE:20160327T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0300
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20190101T000000
        RDATE:20190101T000000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0300
        END:STANDARD
        END:VTIMEZONE

        """)
  }
}
