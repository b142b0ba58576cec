import Content
import Testing

@testable import Pages

@Suite("The way to the aim")
struct ProgressFigureTests {
  private static let template = """
    {% set p = site.progress %}{% if p %}{{ p.count }} of {{ p.aim.from if p.aim else '-' }}, undated {{ p.undated }}\
    {% for s in p.steps %}; {{ s.date }} {{ s.count }} {{ s.clusters | map(attribute='key') | join('+') }}{% endfor %}\
    ; {{ 'figure' if p.figure else 'no figure' }}{% else %}nothing{% endif %}
    """

  private func text(_ clusters: [String: String], aim: Bool, today: String = "2010-11-15") throws -> String {
    let fixture = try PagesFixture(
      Dictionary(
        uniqueKeysWithValues: clusters.map {
          ("clusters/\($0.key).en.md", "---\nname: \($0.key)\ncountry: dk\n\($0.value)---\n")
        }),
      templates: ["home.html": Self.template], more: aim ? "aim: { from: 3, to: 5, by: 2011-10-01 }\n" : "",
      today: today)
    #expect(fixture.report == "")
    return try fixture.text("en/index.html")
  }

  @Test("Members count from the day on which they joined, guests, candidates and former members never")
  func counts() throws {
    let clusters = [
      "a": "joined: 2010-10-01\nstatus: founding\n", "b": "joined: 2010-10-01\n",
      "c": "joined: 2010-11-01\nstatus: member\n", "d": "joined: 2010-12-01\n", "e": "status: member\n",
      "f": "joined: 2010-10-01\nstatus: former\n", "g": "joined: 2010-10-01\nstatus: guest\n",
      "h": "joined: 2010-10-01\nstatus: candidate\n",
    ]
    #expect(
      try text(clusters, aim: true)
        == "4 of 3, undated 1; 2010-10-01 3 a+b; 2010-11-01 4 c; figure")
    #expect(
      try text(clusters, aim: true, today: "2010-12-01").hasPrefix("5 of 3, undated 1; 2010-10-01 3 a+b;"))
  }

  @Test("Without an aim there is no figure, without joining dates only the sentence, without both nothing")
  func missing() throws {
    #expect(
      try text(["a": "joined: 2010-10-01\n"], aim: false) == "1 of -, undated 0; 2010-10-01 1 a; no figure")
    #expect(try text(["a": ""], aim: true) == "1 of 3, undated 1; no figure")
    #expect(try text([:], aim: true) == "0 of 3, undated 0; no figure")
    #expect(try text(["a": ""], aim: false) == "nothing")
  }

  private func figure(
    from: Int = 10, to: Int = 15, by: String = "2011-10-01", joined: [String] = ["2010-10-01"],
    today: String = "2010-11-01", isMirrored: Bool = false
  ) throws -> ProgressFigure {
    func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    let steps = try joined.enumerated().map {
      Membership.Step(date: try date($0.element), joined: [$0.offset], count: $0.offset + 1)
    }
    return ProgressFigure(
      aim: SiteConfiguration.Aim(from: from, to: to, by: try date(by)),
      membership: Membership(count: joined.count, undated: 0, steps: steps), today: try date(today),
      isMirrored: isMirrored)
  }

  @Test("The line climbs on each joining date and ends today, in the band's measure")
  func line() throws {
    let figure = try figure(joined: ["2010-10-01", "2010-10-15"])
    #expect(figure.levels.map(\.count) == [0, 5, 10, 15, 20])
    let zero = try #require(figure.levels.first)
    let five = figure.levels[1]
    #expect(zero.y == figure.plot.bottom)
    #expect(abs(figure.band.height - (zero.y - five.y)) < 1e-9)
    #expect(abs(figure.now.y - (zero.y - 2 * (zero.y - five.y) / 5)) < 1e-9)
    #expect(figure.line == "m30 194 11.7 0 0-8.7 11.2 0 0-8.7 13.7 0")
    #expect(figure.deadline > figure.now.x)
    #expect(
      figure.days.map(\.date.description) == ["2011-01-01", "2011-07-01"])
  }

  @Test("Where readers read from right to left, time runs that way")
  func mirrored() throws {
    let (figure, mirrored) = (try figure(), try figure(isMirrored: true))
    #expect(abs(figure.now.x - (360 - mirrored.now.x)) < 1e-9)
    #expect(abs(figure.deadline - (360 - mirrored.deadline)) < 1e-9)
    #expect(abs(figure.band.width - mirrored.band.width) < 1e-9)
    #expect(figure.nowAnchor == .start && mirrored.nowAnchor == .end)
  }

  @Test(
    "Names on the axes have room, whatever is drawn",
    arguments: [
      ("2010-10-01", "2010-10-01", "2010-10-01"), ("2010-10-01", "2011-10-01", "2026-11-25"),
      ("1900-01-01", "2100-01-01", "2026-11-25"), ("0001-01-01", "9999-12-31", "2026-11-25"),
      ("2026-11-25", "2010-10-01", "2026-11-25"), ("2010-12-30", "2011-01-02", "2011-01-01"),
    ])
  func axes(joined: String, by: String, today: String) throws {
    for isMirrored in [false, true] {
      let figure = try figure(
        from: 1, to: 123_456, by: by, joined: [joined], today: today, isMirrored: isMirrored)
      let plot = figure.plot.grown(by: 0.01)
      #expect((2...6).contains(figure.levels.count))
      #expect(figure.days.count <= 8)
      for day in figure.days { #expect(plot.left <= day.x && day.x <= plot.right) }
      for (a, b) in zip(figure.days, figure.days.dropFirst()) { #expect(abs(a.x - b.x) >= 44) }
      #expect(plot.contains(figure.now))
      #expect(plot.left <= figure.deadline && figure.deadline <= plot.right)
    }
  }
}
