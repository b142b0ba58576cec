import Content
import Testing

@Suite("Data files")
struct DataFileTests {
  private func value(_ name: String, _ text: String) throws -> DataValue? {
    let site = try LoadedSite(["data/" + name: text])
    #expect(site.report == "")
    return site.content.tree?.data.first?.value
  }

  @Test("JSON keeps the order of its members")
  func json() throws {
    let read = try value(
      "x.json",
      #" {"b": [1, -2.5e3, true, null, "\ud83d\ude00\n\/"], "a": {}, "big": 123456789012345678901} "#)
    #expect(
      read
        == .map([
          .init(
            key: "b",
            value: .list([.integer(1), .float(-2500), .boolean(true), .none, .text("\u{1F600}\n/")])),
          .init(key: "a", value: .map([])), .init(key: "big", value: .float(1.2345678901234568e20)),
        ]))
  }

  @Test("CSV is a list of maps, its quotes and line ends as RFC 4180 has them")
  func csv() throws {
    let read = try value("x.csv", "\u{FEFF}name,city\r\n\"a, \"\"b\"\"\",\"x\ny\"\r\n,\r\n\r\nc,d")
    func row(_ name: String, _ city: String) -> DataValue {
      .map([.init(key: "name", value: .text(name)), .init(key: "city", value: .text(city))])
    }
    #expect(read == .list([row("a, \"b\"", "x\ny"), row("", ""), row("c", "d")]))
  }

  @Test("YAML's plain scalars are those of the core schema, aliases included")
  func yaml() throws {
    let read = try value(
      "x.yml",
      """
      - [0o17, 0x1F, +12, 1e3, .5, 1_000, 0b1, no, On, 2010-10-01, "1", True, ~, Null, ""]
      - &a [x]
      - *a
      """)
    #expect(
      read
        == .list([
          .list([
            .integer(15), .integer(31), .integer(12), .float(1000), .float(0.5), .text("1_000"), .text("0b1"),
            .text("no"), .text("On"), .text("2010-10-01"), .text("1"), .boolean(true), .none, .none,
            .text(""),
          ]),
          .list([.text("x")]), .list([.text("x")]),
        ]))
  }
}
