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
  private let styles: [Style: Date.FormatStyle]
  private let ranges: [Style: Date.IntervalFormatStyle]
  private let texts = Mutex<[Key: String]>([:])

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  init(locale: String) {
    let locale = Locale(identifier: locale)
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    self.locale = locale
    self.calendar = calendar
    func style(_ date: Date.FormatStyle.DateStyle?, _ time: Date.FormatStyle.TimeStyle? = nil)
      -> Date.FormatStyle
    {
      Date.FormatStyle(
        date: date, time: time, locale: locale, calendar: calendar, timeZone: .gmt,
        capitalizationContext: .middleOfSentence)
    }
    func range(_ date: Date.IntervalFormatStyle.DateStyle?, _ time: Date.IntervalFormatStyle.TimeStyle? = nil)
      -> Date.IntervalFormatStyle
    {
      Date.IntervalFormatStyle(date: date, time: time, locale: locale, calendar: calendar, timeZone: .gmt)
    }
    styles = [
      .short: style(.numeric, .omitted),
      .medium: style(.abbreviated, .omitted),
      .long: style(.long, .omitted),
      .full: style(.complete, .omitted),
      .month: style(nil).month(.wide).year(),
      .year: style(nil).year(),
      .time: style(.omitted, .shortened),
      .datetime: style(.long, .shortened),
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

  private func write(_ instant: Date, _ style: Style, in zone: TimeZone?) -> String? {
    var format = styles[style]
    if let zone {
      format?.timeZone = zone
      format = format?.timeZone(.specificName(.short))
    }
    return format?.format(instant)
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
