import Content
import Foundation

/// Local times with their distance from UTC.
enum ZonedTime {
  /// A local time as RFC 3339 has it, `2011-02-01T09:30:00-07:00`, or a day alone, `2011-02-01`.
  ///
  /// Of a time that a clock shows twice the first is meant; one that it skips is counted from before the gap.
  ///
  /// - Parameter zone: An identifier of the IANA time zone database; UTC where it is unknown.
  static func text(of time: LocalDateTime, in zone: String) -> String {
    guard let minutes = time.minutes else { return time.date.description }
    let distance = offset(of: time, minutes: minutes, in: TimeZone(identifier: zone) ?? .gmt)
    let (hours, rest) = (abs(distance) / 60).quotientAndRemainder(dividingBy: 60)
    return "\(time):00\(distance < 0 ? "-" : "+")\(padded(hours)):\(padded(rest))"
  }

  /// Seconds east of Greenwich.
  private static func offset(of time: LocalDateTime, minutes: Int, in zone: TimeZone) -> Int {
    let local = time.date.daysSinceEpoch * 86_400 + minutes * 60
    func offset(at seconds: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }
    // A clock changes at most once in two days.
    let before = offset(at: local - 86_400)
    if offset(at: local - before) == before { return before }
    let after = offset(at: local + 86_400)
    return offset(at: local - after) == after ? after : before
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
