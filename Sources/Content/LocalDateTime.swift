/// A day, and where it is known the time of day, at some place: what stands on an invitation.
/// The time zone is a matter of the entry.
package struct LocalDateTime: Hashable, Sendable {
  package let date: CalendarDate
  /// Minutes since midnight, from 0 to 1439; `nil` for the whole day.
  package let minutes: Int?

  package init(date: CalendarDate, minutes: Int? = nil) {
    self.date = date
    self.minutes = minutes
  }

  /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` and `YYYY-MM-DD HH:MM`, and nothing else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self))
    else { return nil }
    if bytes.count == 10 {
      self.init(date: date)
      return
    }
    guard bytes.count == 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), let hour = CalendarDate.number(bytes[11..<13]),
      let minute = CalendarDate.number(bytes[14..<16]), hour < 24, minute < 60
    else { return nil }
    self.init(date: date, minutes: hour * 60 + minute)
  }
}

extension LocalDateTime: Comparable {
  package static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    (a.date, a.minutes ?? -1) < (b.date, b.minutes ?? -1)
  }
}

extension LocalDateTime: CustomStringConvertible {
  /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
  package var description: String {
    guard let minutes else { return date.description }
    return "\(date)T\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }
}
