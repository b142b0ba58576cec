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
  }

  private struct Key: Hashable {
    let style: Style
    let value: LocalDateTime
  }

  private let styles: [Style: Date.FormatStyle]
  private let texts = Mutex<[Key: String]>([:])

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  init(locale: String) {
    let locale = Locale(identifier: locale)
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = locale
    func style(_ date: Date.FormatStyle.DateStyle?, _ time: Date.FormatStyle.TimeStyle? = nil)
      -> Date.FormatStyle
    {
      Date.FormatStyle(
        date: date, time: time, locale: locale, calendar: calendar, timeZone: .gmt,
        capitalizationContext: .middleOfSentence)
    }
    styles = [
      .short: style(.numeric, .omitted),
      .medium: style(.abbreviated, .omitted),
      .long: style(.long, .omitted),
      .full: style(.complete, .omitted),
      .month: style(nil).month(.wide).year(),
      .year: style(nil).year(),
      .time: style(.omitted, .shortened),
    ]
  }

  /// The text of a day, or with ``Style/time`` of its time, `nil` where it has none.
  func text(_ value: LocalDateTime, _ style: Style) -> String? {
    if style == .time, value.minutes == nil { return nil }
    let key = Key(style: style, value: style == .time ? value : LocalDateTime(date: value.date))
    return texts.withLock { texts in
      if let text = texts[key] { return text }
      let seconds = value.date.daysSinceEpoch * 86_400 + (value.minutes ?? 0) * 60
      let text = styles[style]?.format(Date(timeIntervalSince1970: TimeInterval(seconds)))
      texts[key] = text
      return text
    }
  }
}
