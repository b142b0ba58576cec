import Content
import Foundation
import Synchronization

/// Dates as the readers of one language write them (CLDR). Every text is made once.
final class DateTexts: Sendable {
  /// How a date is written, by the names that templates use.
  enum Style: String, CaseIterable {
    /// 01/10/2010
    case short
    /// 1 Oct 2010
    case medium
    /// 1 October 2010
    case long
    /// Friday, 1 October 2010
    case full
    /// October 2010
    case month
    /// 2010
    case year
    /// 23:30
    case time
    /// 1 October 2010 at 23:30
    case datetime
  }

  private struct Key: Hashable {
    let style: Style
    let start: LocalDateTime
    /// The last day, or the end, of a range.
    var end: LocalDateTime?
    /// The time zone that is named.
    var zone: String?
  }

  private let locale: Locale
  private let calendar: Calendar
  /// CLDR's own patterns; those of format styles are put together from fields and differ from them.
  private let formatters: [Style: DateFormatter]
  private let ranges: [Style: Date.IntervalFormatStyle]
  private let texts = Mutex<[Key: String]>([:])

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  init(locale: String) {
    let locale = Locale(identifier: locale)
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    self.locale = locale
    self.calendar = calendar
    func formatter(_ date: DateFormatter.Style, _ time: DateFormatter.Style = .none) -> DateFormatter {
      let formatter = DateFormatter()
      formatter.calendar = calendar
      formatter.locale = locale
      formatter.dateStyle = date
      formatter.timeStyle = time
      return formatter
    }
    func formatter(fields: String) -> DateFormatter {
      let formatter = formatter(.none)
      formatter.setLocalizedDateFormatFromTemplate(fields)
      return formatter
    }
    func range(_ date: Date.IntervalFormatStyle.DateStyle?, _ time: Date.IntervalFormatStyle.TimeStyle? = nil)
      -> Date.IntervalFormatStyle
    {
      Date.IntervalFormatStyle(date: date, time: time, locale: locale, calendar: calendar, timeZone: .gmt)
    }
    formatters = [
      .short: formatter(fields: "yMd"),
      .medium: formatter(fields: "yMMMd"),
      .long: formatter(.long),
      .full: formatter(.full),
      .month: formatter(fields: "MMMMy"),
      .year: formatter(fields: "y"),
      .time: formatter(.none, .short),
      .datetime: formatter(.long, .short),
    ]
    ranges = [
      .short: range(.numeric, .omitted),
      .medium: range(.abbreviated, .omitted),
      .long: range(.long, .omitted),
      .full: range(.complete, .omitted),
      .month: range(nil).month(.wide).year(),
      .year: range(nil).year(),
      .time: range(.omitted, .shortened),
      .datetime: range(.long, .shortened),
    ]
  }

  /// The text of a day, or of its time; with an end, of the range from the one to the other.
  ///
  /// - Parameters:
  ///   - end: The last day, or the end; ignored where the text would be the same without it.
  ///   - zone: An identifier of the IANA database: the time is followed by its name there.
  /// - Returns: `nil` with ``Style/time`` for a day without a time.
  func text(
    _ start: LocalDateTime, _ style: Style, until end: LocalDateTime? = nil, zone: String? = nil
  ) -> String? {
    guard let style = Self.fitting(style, to: start) else { return nil }
    let hasTime = style == .time || style == .datetime
    var key = Key(style: style, start: hasTime ? start : LocalDateTime(date: start.date))
    key.end = end.map { hasTime && $0.minutes != nil ? $0 : LocalDateTime(date: $0.date) }
    if hasTime, key.end?.minutes == nil { key.end = nil }
    if let end = key.end, end <= key.start { key.end = nil }
    if hasTime { key.zone = zone }
    return texts.withLock { texts in
      if let text = texts[key] { return text }
      let text = write(key)
      texts[key] = text
      return text
    }
  }

  /// A day without a time has no style that shows one.
  private static func fitting(_ style: Style, to value: LocalDateTime) -> Style? {
    guard value.minutes == nil else { return style }
    return style == .time ? nil : style == .datetime ? .long : style
  }

  private func write(_ key: Key) -> String? {
    let zone = key.zone.flatMap { TimeZone(identifier: $0) }
    let start = instant(key.start, in: zone)
    guard let last = key.end else { return write(start, key.style, in: zone) }
    // The clock may have been put back in between.
    let end = max(start, instant(last, in: zone))
    var range = ranges[key.style]
    guard let zone else { return range?.format(start..<end) }
    // CLDR's ranges name a zone without saying whether it is summer there.
    let name = zoneName(at: start, in: zone)
    if name != zoneName(at: end, in: zone) {
      return [start, end].compactMap { write($0, key.style, in: zone) }.joined(separator: " – ")
    }
    range?.timeZone = zone
    return range.map { "\($0.format(start..<end)) \(name)" }
  }

  /// Called by one thread at a time: formatters are changed.
  private func write(_ instant: Date, _ style: Style, in zone: TimeZone?) -> String? {
    guard let formatter = formatters[style] else { return nil }
    if formatter.timeZone != zone ?? .gmt { formatter.timeZone = zone ?? .gmt }
    let text = formatter.string(from: instant)
    return zone.map { "\(text) \(zoneName(at: instant, in: $0))" } ?? text
  }

  private func zoneName(at instant: Date, in zone: TimeZone) -> String {
    Date.FormatStyle(locale: locale, calendar: calendar, timeZone: zone)
      .timeZone(.specificName(.short)).format(instant)
  }

  private func instant(_ value: LocalDateTime, in zone: TimeZone?) -> Date {
    let seconds = value.date.daysSinceEpoch * 86_400 + (value.minutes ?? 0) * 60
    let universal = Date(timeIntervalSince1970: TimeInterval(seconds))
    guard let zone else { return universal }
    var calendar = calendar
    calendar.timeZone = .gmt
    var parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: universal)
    parts.timeZone = zone
    calendar.timeZone = zone
    return calendar.date(from: parts) ?? universal
  }
}
