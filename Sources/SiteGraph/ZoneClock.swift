package import Content
import Foundation

/// The clocks of a time zone in the years that a site needs: which moment a local time means, and when the clocks
/// change.
///
/// Made once for each zone, since Foundation takes its time. Moments are seconds since 1970-01-01 in UTC; a local time
/// is counted in the same way, as if its zone were UTC.
package struct ZoneClock: Sendable {
  /// A stretch of time with one distance from UTC.
  private struct Era {
    /// The moment at which it begins.
    let start: Int
    /// Seconds east of Greenwich.
    let offset: Int
    let isSummerTime: Bool
    /// Seconds east of Greenwich before it; `nil` where it does not begin with a change of the clocks.
    let before: Int?
  }

  /// A change of the clocks.
  package struct Change: Hashable, Sendable {
    package let moment: Int
    /// Seconds east of Greenwich before it.
    package let before: Int
    /// Seconds east of Greenwich after it.
    package let after: Int
    package let startsSummerTime: Bool
  }

  /// What a local time means.
  package enum Reading: Hashable, Sendable {
    case moment(Int)
    /// The clocks show it twice, since they are put back.
    case twice(first: Int, second: Int, Change)
    /// The clocks skip it, since they are put forward; the moment is counted from before that.
    case never(Int, Change)
  }

  /// An identifier of the IANA time zone database.
  package let identifier: String
  /// In order of time; the first begins before anything that is asked for.
  private let eras: [Era]

  /// - Parameters:
  ///   - identifier: An identifier of the IANA time zone database; UTC’s clock where it is unknown.
  ///   - years: The years of what will be asked for.
  package init(_ identifier: String, years: some Sequence<Int>) {
    self.identifier = identifier
    let zone = TimeZone(identifier: identifier) ?? .gmt
    var eras: [Era] = []
    for span in Self.spans(of: years) {
      let end = Self.newYear(span.upperBound + 2)
      // A year more on both sides, so that the last change before each year is known, where it is not long ago.
      var date = Date(timeIntervalSince1970: TimeInterval(Self.newYear(span.lowerBound - 1)))
      var offset = zone.secondsFromGMT(for: date)
      eras.append(
        Era(
          start: Int(date.timeIntervalSince1970), offset: offset,
          isSummerTime: zone.isDaylightSavingTime(for: date), before: nil))
      while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
        next.timeIntervalSince1970 < TimeInterval(end)
      {
        date = next
        let after = zone.secondsFromGMT(for: next)
        // Some changes are of the zone's name alone.
        guard after != offset else { continue }
        eras.append(
          Era(
            start: Int(next.timeIntervalSince1970), offset: after,
            isSummerTime: zone.isDaylightSavingTime(for: next), before: offset))
        offset = after
      }
    }
    self.eras = eras
  }

  /// The years as ranges that lie apart by more than the years around them.
  private static func spans(of years: some Sequence<Int>) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for year in Set(years).sorted() {
      if let last = spans.last, year - last.upperBound <= 3 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    return spans
  }

  /// The first second of a year in UTC.
  private static func newYear(_ year: Int) -> Int {
    let date = CalendarDate(year: min(max(year, 1), 9999), month: 1, day: 1) ?? .epoch
    return date.daysSinceEpoch * 86_400
  }

  /// Seconds east of Greenwich at a moment.
  package func offset(at moment: Int) -> Int { era(at: moment)?.offset ?? 0 }

  /// What a local time means.
  package func reading(ofLocal local: Int) -> Reading {
    // A clock changes at most once in two days.
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    let first = local - before
    guard before != after, let change = change(after: local - 86_400, upTo: local + 86_400) else {
      return .moment(first)
    }
    switch (first < change.moment, local - after >= change.moment) {
    case (true, true): return .twice(first: first, second: local - after, change)
    case (true, false): return .moment(first)
    case (false, true): return .moment(local - after)
    case (false, false): return .never(first, change)
    }
  }

  /// The moment that a local time means: of two the first, and one counted from before the gap where there is none.
  package func moment(ofLocal local: Int) -> Int {
    switch reading(ofLocal: local) {
    case .moment(let moment), .twice(let moment, _, _), .never(let moment, _): moment
    }
  }

  /// The changes of the clocks in a year of UTC, in order of time.
  package func changes(in year: Int) -> [Change] {
    let (start, end) = (Self.newYear(year), Self.newYear(year + 1))
    return eras.filter { $0.start >= start && $0.start < end }.compactMap(Self.change)
  }

  /// The last change of the clocks before a year of UTC, where it is known.
  package func lastChange(before year: Int) -> Change? {
    era(at: Self.newYear(year) - 1).flatMap(Self.change)
  }

  /// The distance from UTC at the beginning of a year of UTC, in seconds east of Greenwich.
  package func offset(atStartOf year: Int) -> Int { offset(at: Self.newYear(year)) }

  private static func change(_ era: Era) -> Change? {
    era.before.map {
      Change(moment: era.start, before: $0, after: era.offset, startsSummerTime: era.isSummerTime)
    }
  }

  private func change(after start: Int, upTo end: Int) -> Change? {
    guard let era = era(at: end), era.start > start else { return nil }
    return Self.change(era)
  }

  /// The last era that begins at a moment or before it, else the first.
  private func era(at moment: Int) -> Era? {
    var (low, high) = (0, eras.count)
    while low < high {
      let middle = (low + high) / 2
      if eras[middle].start <= moment { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? eras[low - 1] : eras.first
  }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01, as if its zone were UTC; a day begins at midnight.
  package var localSeconds: Int { date.daysSinceEpoch * 86_400 + (minutes ?? 0) * 60 }

  /// The local time that is so many seconds after 1970-01-01, full minutes of it.
  package init?(localSeconds: Int) {
    let days = localSeconds >= 0 ? localSeconds / 86_400 : -((86_399 - localSeconds) / 86_400)
    guard let date = CalendarDate(daysSinceEpoch: days) else { return nil }
    self.init(date: date, minutes: (localSeconds - days * 86_400) / 60)
  }
}
