import Content
import SiteGraph

/// An event as a calendar tells it (RFC 5545, section 3.6.1).
struct CalendarEvent {
  /// The words of `STATUS` (section 3.8.1.11).
  enum Status: String {
    case confirmed = "CONFIRMED"
    /// Its new day is not known.
    case tentative = "TENTATIVE"
    case cancelled = "CANCELLED"
  }

  /// The same in all languages, and whatever becomes of the event's address.
  let uid: String
  /// The day on which the content says that the event was last changed.
  let revised: CalendarDate?
  let time: CalendarTime
  let summary: LabelText
  let description: LabelText
  let location: LabelText?
  /// In degrees.
  let coordinates: (latitude: Double, longitude: Double)?
  /// The whole address of its page.
  let url: String
  let categories: [LabelText]
  let status: Status
  /// Whether it takes nobody's time: a deadline, or what does not take place.
  let isTransparent: Bool

  /// - Parameter language: The calendar's.
  func write(to lines: inout ContentLines, language: String) {
    lines.component("VEVENT") { lines in
      lines.line("UID", uid)
      // Nothing may depend on the clock.
      let stamp = "\(CalendarTime.text(revised ?? .epoch))T000000Z"
      lines.line("DTSTAMP", stamp)
      if let revised {
        lines.line("LAST-MODIFIED", stamp)
        // What was changed on a later day has a higher number (section 3.8.7.4).
        lines.line("SEQUENCE", String(max(0, revised.daysSinceEpoch)))
      }
      time.write(to: &lines)
      lines.line("SUMMARY", summary, in: language)
      lines.line("DESCRIPTION", description, in: language)
      if let location { lines.line("LOCATION", location, in: language) }
      if let coordinates {
        lines.line("GEO", "\(Self.text(coordinates.latitude));\(Self.text(coordinates.longitude))")
      }
      lines.line("URL", url)
      writeCategories(to: &lines, language: language)
      lines.line("STATUS", status.rawValue)
      if isTransparent { lines.line("TRANSP", "TRANSPARENT") }
    }
  }

  /// A line for those of each language.
  private func writeCategories(to lines: inout ContentLines, language: String) {
    var languages: [String?] = []
    for category in categories where !languages.contains(category.language) {
      languages.append(category.language)
    }
    for own in languages {
      let texts = categories.filter { $0.language == own }.map(\.text)
      lines.line("CATEGORIES", texts: texts, of: own, in: language)
    }
  }

  /// Degrees with at most six decimal places (section 3.8.1.6).
  private static func text(_ degrees: Double) -> String {
    let millionths = Int((degrees * 1_000_000).rounded())
    let (whole, rest) = abs(millionths).quotientAndRemainder(dividingBy: 1_000_000)
    let digits = String(rest)
    let decimals = String(repeating: "0", count: 6 - digits.count) + digits
    return (millionths < 0 ? "-" : "") + "\(whole).\(decimals)"
  }
}
