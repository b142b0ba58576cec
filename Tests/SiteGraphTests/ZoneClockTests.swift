import Content
import Foundation
import Testing

@testable import SiteGraph

@Suite("The clocks of time zones")
struct ZoneClockTests {
  @Test(
    "At every hour a clock shows what Foundation says",
    arguments: [
      "America/Denver", "Africa/Casablanca", "Europe/Istanbul", "Asia/Pyongyang", "Australia/Lord_Howe",
      "Pacific/Apia", "Europe/Dublin", "Asia/Kolkata", "UTC", "America/St_Johns", "Antarctica/Troll",
    ])
  func offsets(identifier: String) throws {
    let zone = try #require(TimeZone(identifier: identifier))
    let clock = ZoneClock(identifier, years: [2010, 2011, 2015, 2016, 2025])
    for year in [2010, 2011, 2015, 2016, 2025] {
      let start = try #require(CalendarDate(year: year, month: 1, day: 1)).daysSinceEpoch * 86_400
      for moment in stride(from: start, to: start + 365 * 86_400, by: 3_600) {
        let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
        guard clock.offset(at: moment) != expected else { continue }
        Issue.record("\(identifier) at \(moment): \(clock.offset(at: moment)), not \(expected)")
        return
      }
    }
  }

  @Test(
    "A local time means one moment, two or none",
    arguments: [
      ("2011-03-27T01:59", "Europe/Copenhagen", "2011-03-27T00:59"),
      ("2011-03-27T02:00", "Europe/Copenhagen", "never, as 2011-03-27T01:00"),
      ("2011-03-27T02:59", "Europe/Copenhagen", "never, as 2011-03-27T01:59"),
      ("2011-03-27T03:00", "Europe/Copenhagen", "2011-03-27T01:00"),
      ("2011-10-30T01:59", "Europe/Copenhagen", "2011-10-29T23:59"),
      ("2011-10-30T02:00", "Europe/Copenhagen", "2011-10-30T00:00 and 2011-10-30T01:00"),
      ("2011-10-30T02:59", "Europe/Copenhagen", "2011-10-30T00:59 and 2011-10-30T01:59"),
      ("2011-10-30T03:00", "Europe/Copenhagen", "2011-10-30T02:00"),
      ("2011-04-03T01:45", "Australia/Lord_Howe", "2011-04-02T14:45 and 2011-04-02T15:15"),
      ("2011-12-30T12:00", "Pacific/Apia", "never, as 2011-12-30T22:00"),
      ("2010-11-20T23:30", "America/Denver", "2010-11-21T06:30"),
      ("2010-01-01T00:00", "Pacific/Auckland", "2009-12-31T11:00"),
      ("2010-12-31T23:59", "America/Denver", "2011-01-01T06:59"),
      ("0001-01-01T00:00", "UTC", "0001-01-01T00:00"), ("9999-12-31T23:59", "UTC", "9999-12-31T23:59"),
    ])
  func readings(local: String, zone: String, expected: String) throws {
    let time = try #require(LocalDateTime(local))
    func text(_ moment: Int) -> String { LocalDateTime(localSeconds: moment)?.description ?? "none" }
    let reading = ZoneClock(zone, years: [time.date.year]).reading(ofLocal: time.localSeconds)
    let found =
      switch reading {
      case .moment(let moment): text(moment)
      case .twice(let first, let second, _): "\(text(first)) and \(text(second))"
      case .never(let moment, _): "never, as \(text(moment))"
      }
    #expect(found == expected)
  }

  @Test("Days are counted to and fro")
  func days() throws {
    for count in stride(from: -719_162, through: 2_932_896, by: 997) {
      #expect(try #require(CalendarDate(daysSinceEpoch: count)).daysSinceEpoch == count)
    }
  }

  @Test("There are no days before the year 1 and after the year 9999")
  func limits() {
    #expect(CalendarDate(daysSinceEpoch: -719_162)?.description == "0001-01-01")
    #expect(CalendarDate(daysSinceEpoch: 2_932_896)?.description == "9999-12-31")
    #expect(CalendarDate(daysSinceEpoch: -719_163) == nil)
    #expect(CalendarDate(daysSinceEpoch: 2_932_897) == nil)
  }
}
