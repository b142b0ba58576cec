import SiteGraph
import Testing

@Suite("Relations")
struct RelationTests {
  private static let clusters = [
    "clusters/alpha.en.md": "---\nname: Alpha\ncountry: dk\n---\n",
    "clusters/beta.en.md": "---\nname: Beta\ncountry: no\n---\n",
    "clusters/gamma.en.md": "---\nname: Gamma\ncountry: us\n---\n",
  ]

  @Test("Who is referred to knows who refers to it, newest first; who signed together are partners")
  func backLinks() throws {
    let fixture = try SiteFixture(
      Self.clusters.merging([
        "news/2010-10-01-old.en.md": "---\ntitle: T\nclusters: [alpha, beta]\n---\n",
        "news/2010-11-01-new.en.md": "---\ntitle: T\nclusters: alpha\n---\n",
        "agreements/2010-10-01-pact.en.md":
          "---\ntitle: T\nsignatories: [alpha, beta, { name: Elsewhere }]\n---\n",
        "agreements/2010-10-02-pact-two.en.md": "---\ntitle: T\nsignatories: [beta, alpha]\n---\n",
      ]) { $1 })
    let alpha = fixture.site.relations[try fixture.number("clusters/alpha")]
    #expect(
      fixture.identifiers(alpha.backLinks["news"] ?? []) == ["news/2010-11-01-new", "news/2010-10-01-old"])
    #expect(fixture.identifiers(alpha.backLinks["partners"] ?? []) == ["clusters/beta"])
    #expect(
      fixture.identifiers(alpha.backLinks["agreements"] ?? [])
        == ["agreements/2010-10-02-pact-two", "agreements/2010-10-01-pact"])
    let pact = fixture.site.relations[try fixture.number("agreements/2010-10-01-pact")]
    #expect(pact.references["signatories"]?.last == .outside(name: "Elsewhere", url: nil))
    let gamma = fixture.site.relations[try fixture.number("clusters/gamma")]
    #expect(gamma.backLinks.isEmpty)
  }

  @Test("A host can be an organisation")
  func organisation() throws {
    let fixture = try SiteFixture([
      "organisations.yml": "city: { name: City of Example }\n",
      "events/x.en.md": "---\ntitle: T\nstarts: 2010-10-01\nhost: city\n---\n",
    ])
    let event = fixture.site.relations[try fixture.number("events/x")]
    #expect(event.references["host"] == [.organisation(0)])
  }

  @Test("A reference that leads nowhere, to two entries, to another kind or to itself is an error")
  func mistakes() throws {
    let fixture = try SiteFixture(
      Self.clusters.merging([
        "events/2010-10-01-meeting.en.md": "---\ntitle: T\n---\n",
        "events/2011-02-01-meeting.en.md": "---\ntitle: T\nparticipants: [alpah]\nslug: second\n---\n",
        "events/2011-02-01-meeting.de.md": "---\ntitle: T\nslug: zweites\n---\n",
        "news/a.en.md": "---\ntitle: T\ndate: 2010-11-01\nevent: meeting\n---\n",
        "news/b.en.md": "---\ntitle: T\ndate: 2010-11-01\nclusters: [2010-10-01-meeting]\n---\n",
      ]) { $1 })
    #expect(
      fixture.report == """
        events/2011-02-01-meeting.en.md:3:16: error: there is no cluster or organisation “alpah” [unknown-reference]
            3 | participants: [alpah]
              |                ^^^^^
          help: did you mean “alpha”?
        news/a.en.md:4:8: error: “meeting” can mean 2 entries: “2010-10-01-meeting”, “2011-02-01-meeting” [ambiguous-reference]
            4 | event: meeting
              |        ^^^^^^^
          help: write the name with its date
        news/b.en.md:4:12: error: “2010-10-01-meeting” is an entry of the kind event, but this field takes cluster [wrong-kind]
            4 | clusters: [2010-10-01-meeting]
              |            ^^^^^^^^^^^^^^^^^^
          help: remove it, or name another entry

        """)
  }
}
