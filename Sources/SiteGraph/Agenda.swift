import Content

/// What is still to come on the day of the build.
///
/// What has a time is over with its end, or with its beginning where it has no end; what has a day alone is over with
/// that day, where it takes place. It is to come unless it was over when the day of the build began, in the site's
/// time zone.
struct Agenda {
  private let clocks: Clocks
  /// The moment at which the day of the build begins.
  private let today: Int

  init(clocks: Clocks, today: CalendarDate) {
    self.clocks = clocks
    self.today = clocks.standard.moment(ofLocal: LocalDateTime(date: today).localSeconds)
  }

  func isToCome(_ entry: Entry) -> Bool {
    guard let start = entry.start else { return false }
    let clock = clocks.clock(of: entry)
    let last = entry.end ?? start
    guard last.minutes != nil else { return clock.moment(ofLocal: last.localSeconds + 86_400) > today }
    // What begins and ends at midnight begins this day.
    return clock.moment(ofLocal: last.localSeconds) > today
      || clock.moment(ofLocal: start.localSeconds) >= today
  }
}
