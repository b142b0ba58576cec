import Content
import SiteGraph

/// When an event takes place, as calendars are told (RFC 5545, sections 3.3.4 and 3.3.5).
///
/// It has whole days where its beginning or its end is a day alone.
struct CalendarTime {
  let start: LocalDateTime
  /// The end, or the last day.
  let end: LocalDateTime?
  /// The clock of the times' zone.
  let clock: ZoneClock

  var hasWholeDays: Bool { start.minutes == nil || end.map { $0.minutes == nil } ?? false }

  /// The zone that a calendar must explain: that of times, but for UTC.
  var zone: ZoneClock? { hasWholeDays || isUniversal ? nil : clock }

  private var isUniversal: Bool { clock.identifier == "UTC" }

  /// The years that it touches.
  var years: ClosedRange<Int> { start.date.year...max(start.date.year, end?.date.year ?? 0) }

  /// `DTSTART` and `DTEND`, which is the day after the last one.
  func write(to lines: inout ContentLines) {
    if hasWholeDays {
      lines.line("DTSTART", [("VALUE", "DATE")], Self.text(start.date))
      let last = max(start.date, end?.date ?? start.date)
      if let next = CalendarDate(daysSinceEpoch: last.daysSinceEpoch + 1) {
        lines.line("DTEND", [("VALUE", "DATE")], Self.text(next))
      }
    } else {
      for case (let name, let time?) in [("DTSTART", start), ("DTEND", end)] {
        lines.line(
          name, isUniversal ? [] : [("TZID", clock.identifier)],
          Self.text(time) + (isUniversal ? "Z" : ""))
      }
    }
  }

  /// `20101001`.
  static func text(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

  /// `20101001T233000`.
  static func text(_ time: LocalDateTime) -> String {
    let minutes = time.minutes ?? 0
    return "\(text(time.date))T\(twoDigits(minutes / 60))\(twoDigits(minutes % 60))00"
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
