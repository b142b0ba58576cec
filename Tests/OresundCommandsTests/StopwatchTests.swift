import Testing

@testable import OresundCommands

@Suite("The table of --timings")
struct StopwatchTests {
  @Test("It has a row for each phase and one for all, with the numbers below each other")
  func table() {
    var stopwatch = Stopwatch()
    stopwatch.lap("content")
    stopwatch.lap("site graph")
    let rows = stopwatch.table.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      rows.map { $0.replacing(/[ ]+[0-9]+ ms/, with: " … ms") } == [
        "content … ms", "site graph … ms", "total … ms", "",
      ])
    #expect(Set(rows.dropLast().map(\.count)).count == 1)
  }
}
