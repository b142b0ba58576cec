import Content

extension ProgressFigure {
  /// Where days and numbers are.
  struct Scale {
    /// The first day of the axis, in days since 1970.
    let first: Double
    private let plot: Box
    private let last: Double
    private let most: Int
    private let step: Int
    private let isMirrored: Bool
    /// The years of the axis, and those around it.
    private let years: ClosedRange<Int>

    init(
      plot: Box, aim: SiteConfiguration.Aim, membership: Membership, today: CalendarDate, isMirrored: Bool
    ) {
      let days = [aim.by, today] + membership.steps.map(\.date)
      let numbers = days.map { Double($0.daysSinceEpoch) }
      let (earliest, latest) = (numbers.min() ?? 0, numbers.max() ?? 0)
      let span = max(latest - earliest, 60)
      // Some room before the first step and after the last day, so that they are seen.
      first = earliest - span * 0.04
      last = earliest + span * 1.04
      let around = Int(span * 0.04 / 365) + 1
      years = ((days.min()?.year ?? 0) - around)...((days.max()?.year ?? 0) + around)
      let needed = max(aim.from, aim.to, membership.count, 1)
      step = Self.steps.first { needed <= 5 * $0 } ?? needed
      most = (needed / step + 1) * step
      self.isMirrored = isMirrored
      self.plot = plot
    }

    /// Round numbers.
    private static let steps = (0..<18).flatMap { power in
      let unit = (0..<power).reduce(1) { value, _ in value * 10 }
      return [unit, 2 * unit, 5 * unit]
    }

    func x(_ day: Double) -> Double {
      let share = (day - first) / (last - first)
      return plot.left + (isMirrored ? 1 - share : share) * plot.width
    }

    func y(_ count: Int) -> Double { plot.bottom - Double(count) / Double(most) * plot.height }

    var levels: [Level] {
      stride(from: 0, through: most, by: step).map { Level(count: $0, y: y($0)) }
    }

    /// The first days of months or years, as many as have room for their names.
    var days: [Day] {
      for months in Self.periods {
        let isYear = months.isMultiple(of: 12)
        let days = beginnings(ofPeriods: months)
        let room = isYear ? 44.0 : 92
        if zip(days, days.dropFirst()).allSatisfy({
          abs(x(Double($0.daysSinceEpoch)) - x(Double($1.daysSinceEpoch))) >= room
        }) {
          return days.map { day(at: $0, isYear: isYear) }
        }
      }
      return []
    }

    /// In months.
    private static let periods = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000]

    private func beginnings(ofPeriods months: Int) -> [CalendarDate] {
      let start = max(0, years.lowerBound * 12 / months * months)
      return stride(from: start, through: years.upperBound * 12 + 11, by: months).compactMap {
        CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: 1)
      }.filter { (first...last).contains(Double($0.daysSinceEpoch)) }
    }

    private func day(at date: CalendarDate, isYear: Bool) -> Day {
      let x = x(Double(date.daysSinceEpoch))
      let room = isYear ? 14.0 : 40
      let anchor: LabelPlacement.Anchor =
        x < plot.left + room ? .start : x > plot.right - room + 10 ? .end : .middle
      return Day(date: date, x: x, anchor: anchor, isYear: isYear)
    }
  }
}
