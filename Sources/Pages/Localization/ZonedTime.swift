import Content
import SiteGraph

/// Local times with their distance from UTC.
enum ZonedTime {
  /// A local time as RFC 3339 has it, `2011-02-01T09:30:00-07:00`, or a day alone, `2011-02-01`.
  ///
  /// Of a time that a clock shows twice the first is meant; one that it skips is counted from before the gap.
  static func text(of time: LocalDateTime, by clock: ZoneClock) -> String {
    guard time.minutes != nil else { return time.date.description }
    let local = time.localSeconds
    let distance = local - clock.moment(ofLocal: local)
    let (hours, rest) = (abs(distance) / 60).quotientAndRemainder(dividingBy: 60)
    return
      "\(time):00\(distance < 0 ? "-" : "+")\(CalendarTime.twoDigits(hours)):\(CalendarTime.twoDigits(rest))"
  }
}
