import Content
import SiteGraph

/// A time zone as a calendar explains it (RFC 5545, section 3.6.5): by the changes of its clocks in the years that the
/// calendar needs, and by the one that holds when they begin.
struct CalendarZone {
  /// Changes between the same two distances from UTC, in the same direction.
  private struct Observance: Hashable {
    let isSummerTime: Bool
    let before: Int
    let after: Int
  }

  let clock: ZoneClock
  /// Sorted.
  private let years: [Int]

  init(_ clock: ZoneClock, years: Set<Int>) {
    self.clock = clock
    self.years = years.sorted()
  }

  func write(to lines: inout ContentLines) {
    var order: [Observance] = []
    var onsets: [Observance: [LocalDateTime]] = [:]
    func add(_ observance: Observance, _ onset: LocalDateTime?) {
      guard let onset else { return }
      if onsets[observance] == nil { order.append(observance) }
      if onsets[observance]?.last != onset { onsets[observance, default: []].append(onset) }
    }
    func add(_ change: ZoneClock.Change) {
      add(
        Observance(isSummerTime: change.startsSummerTime, before: change.before, after: change.after),
        // The clocks show this when they are changed.
        LocalDateTime(localSeconds: change.moment + change.before))
    }
    for (place, year) in years.enumerated() {
      if place == 0 || years[place - 1] < year - 1 {
        if let change = clock.lastChange(before: year) {
          add(change)
        } else {
          let offset = clock.offset(atStartOf: year)
          let onset = CalendarDate(year: max(1, year - 1), month: 1, day: 1)
          add(
            Observance(isSummerTime: false, before: offset, after: offset),
            onset.map { LocalDateTime(date: $0, minutes: 0) })
        }
      }
      clock.changes(in: year).forEach(add)
    }
    lines.component("VTIMEZONE") { lines in
      lines.line("TZID", clock.identifier)
      for observance in order { write(observance, onsets[observance] ?? [], to: &lines) }
    }
  }

  private func write(_ observance: Observance, _ onsets: [LocalDateTime], to lines: inout ContentLines) {
    let times = onsets.map(CalendarTime.text)
    lines.component(observance.isSummerTime ? "DAYLIGHT" : "STANDARD") { lines in
      lines.line("DTSTART", times.first ?? "")
      // The first is named again, because some programs ask for a rule, and each has a line, because some read only one
      // time of each.
      for time in times { lines.line("RDATE", time) }
      lines.line("TZOFFSETFROM", Self.text(offset: observance.before))
      lines.line("TZOFFSETTO", Self.text(offset: observance.after))
    }
  }

  /// `-0700` (section 3.3.14).
  private static func text(offset: Int) -> String {
    let (minutes, seconds) = abs(offset).quotientAndRemainder(dividingBy: 60)
    let parts = [minutes / 60, minutes % 60] + (seconds == 0 ? [] : [seconds])
    return (offset < 0 ? "-" : "+") + parts.map(CalendarTime.twoDigits).joined()
  }
}
