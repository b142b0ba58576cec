import Content
import Diagnostics

/// Checks of dates and times that contradict each other, or the clocks of their zone.
extension SiteChecks {
  mutating func checkDates(of entries: [Entry], clocks: Clocks) {
    for entry in entries {
      checkOrder(of: entry)
      checkClock(clocks.clock(of: entry), of: entry)
    }
  }

  private mutating func checkOrder(of entry: Entry) {
    guard let starts = entry.shared["starts"]?.value.time, let end = entry.shared["ends"],
      let ends = end.value.time
    else { return }
    // A day ends with its last minute.
    let isReversed = ends.minutes == nil ? ends.date < starts.date : ends < starts
    guard isReversed else { return }
    let problem = SiteProblem.endsBeforeStart(starts: starts.description, ends: ends.description)
    diagnostics.append(problem.at(end.place))
  }

  /// The times that a clock never shows, and those that it shows twice.
  private mutating func checkClock(_ clock: ZoneClock, of entry: Entry) {
    for field in entry.kind.fields where field.type == .time {
      guard let value = entry.shared[field.name], let time = value.value.time, time.minutes != nil else {
        continue
      }
      switch clock.reading(ofLocal: time.localSeconds) {
      case .moment: break
      case .never(let moment, let change):
        let problem = SiteProblem.noSuchTime(
          time, zone: clock.identifier, change: change,
          meant: LocalDateTime(localSeconds: moment + change.after))
        diagnostics.append(problem.at(value.place))
      case .twice(_, let second, let change):
        let problem = SiteProblem.ambiguousTime(
          time, zone: clock.identifier, change: change, second: LocalDateTime(localSeconds: second))
        diagnostics.append(problem.at(value.place))
      }
    }
  }
}
