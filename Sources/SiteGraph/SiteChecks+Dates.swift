import Content
import Diagnostics

/// Checks of dates that contradict each other.
extension SiteChecks {
  mutating func checkDates(of entries: [Entry]) {
    for entry in entries { checkDates(of: entry) }
  }

  private mutating func checkDates(of entry: Entry) {
    guard let starts = entry.shared["starts"]?.value.time, let end = entry.shared["ends"],
      let ends = end.value.time
    else { return }
    // A day ends with its last minute.
    let isReversed = ends.minutes == nil ? ends.date < starts.date : ends < starts
    guard isReversed else { return }
    let problem = SiteProblem.endsBeforeStart(starts: starts.description, ends: ends.description)
    diagnostics.append(problem.at(end.place))
  }
}
